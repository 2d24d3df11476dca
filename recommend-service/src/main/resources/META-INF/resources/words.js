// Dates and numbers as a person writes them. Dates are days of a diary: they have no time zone.

const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const NUMBER = new Intl.NumberFormat("en-GB");

export const shortDay = (date) => format(SHORT, date);

export const longDay = (date) => format(LONG, date);

export const count = (number) => NUMBER.format(number ?? 0);

/** "1 play", "2,300 plays". */
export const many = (number, one, more = one + "s") => `${count(number)} ${number === 1 ? one : more}`;

/** A reason such as "private-session" in plain words. */
export const plainWords = (reason) => reason.replaceAll(/[-_]+/g, " ");

function format(formatter, date) {
  const day = new Date(`${(date ?? "").slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? "an unknown day" : formatter.format(day);
}
