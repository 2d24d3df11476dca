// Moments as a person tells them, in the reader's own time zone.

const AGO = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];

/** "3 minutes ago", "in 2 hours", "now". */
export function fromNow(stamp) {
  const seconds = (new Date(stamp) - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ["second", 1];
  return unit === "second" ? (seconds < 0 ? "just now" : "at once") : AGO.format(Math.round(seconds / size), unit);
}

/** "3 May 2026, 14:05". */
export const moment = (stamp) => MOMENT.format(new Date(stamp));

/** "3 May 2026". */
export const dayOf = (stamp) => DAY.format(new Date(stamp));

/** A moment that tells how long ago it was, and says exactly when to whoever points at it. */
export function timed(stamp, text = fromNow(stamp)) {
  const time = document.createElement("time");
  time.dateTime = stamp;
  time.title = moment(stamp);
  time.textContent = text;
  return time;
}
