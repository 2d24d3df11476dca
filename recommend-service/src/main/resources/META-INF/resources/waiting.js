// What waits: every stage of the flow in its order, what is known, and the pages that failed.

import { get } from "./api.js";
import { byId, make, say, troubled } from "./element.js";
import { count, many } from "./words.js";

const SOON_MS = 1000;
const LATER_MS = 10000;
const FAILED_AT_ONCE = 20;
const KNOWN = [
  ["daysWithText", "days with text"],
  ["moments", "moments"],
  ["songs", "songs"],
  ["plays", "plays"],
];

let wake = () => {};
let due = false;
let waitedBefore = false;
let failedBefore = 0;

/** Looks for as long as the page is open; `heard` gets every progress, `lost` what went wrong. */
export async function watchProgress(heard, lost) {
  for (;;) {
    due = false;
    const waits = await look(heard, lost);
    await nap(waits && !document.hidden ? SOON_MS : LATER_MS);
  }
}

/** Looks now instead of later. */
export function lookNow() {
  due = true;
  wake();
}

async function look(heard, lost) {
  try {
    const progress = await get("progress");
    show(progress);
    await heard(progress);
    return progress.waiting > 0;
  } catch (problem) {
    lost(problem);
    // A service that is starting again should be seen as soon as it is back.
    return problem.status !== 401;
  }
}

function nap(duration) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, duration);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
    // Asked for while the last look was still under way.
    if (due) {
      wake();
    }
  });
}

function show({ waiting = 0, stages = [], counts = {} }) {
  byId("waiting-said").textContent = waiting > 0
    ? `${many(waiting, "thing")} on the way. Ask meanwhile: answers come from what has arrived.`
    : "Nothing. Everything taken in so far can be found.";
  byId("stages").replaceChildren(...stages.map(stage));
  showAgain(counts.daysToEmbedAgain ?? 0);
  byId("counts").replaceChildren(...KNOWN.map(([key, name]) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, count(counts[key])))));
  tell(waiting > 0);
  showFailed(counts.pagesFailed ?? 0);
}

// Nobody waits for these: answers come from the version before.
function showAgain(days) {
  const again = byId("again");
  again.hidden = days === 0;
  again.textContent = days === 0 ? "" : `A new model is reading your days: ${count(days)} left.`;
}

function stage({ waiting = 0, what, problem }) {
  const text = problem ?? `${waiting > 0 ? count(waiting) : "no"} ${what}`;
  return make("li", { className: waiting > 0 || problem ? "busy" : "" }, text);
}

// A screen reader hears beginnings and ends, not every second.
function tell(waits) {
  if (waits !== waitedBefore) {
    say(waits ? "Something is on the way." : "Everything taken in can be found.");
  }
  waitedBefore = waits;
}

async function showFailed(number) {
  if (number === failedBefore) {
    return;
  }
  failedBefore = number;
  const section = byId("failed");
  section.hidden = number === 0;
  if (number > 0) {
    section.querySelector("ul").replaceChildren(...(await failedPages()));
  }
}

async function failedPages() {
  try {
    const { pages = [] } = await get("journal/pages");
    const failed = pages.filter((page) => page.state === "failed");
    const more = failed.splice(FAILED_AT_ONCE);
    return [
      ...failed.map(failedPage),
      ...(more.length > 0 ? [make("li", { className: "quiet" }, `and ${count(more.length)} more`)] : []),
    ];
  } catch (problem) {
    failedBefore = 0;
    return [make("li", { className: "bad" }, problem.message)];
  }
}

function failedPage({ place = "", problem, attempts = [] }) {
  const name = place.split("/").at(-1) || "a page";
  return troubled(name, problem ?? "could not be read.",
    attempts.length > 0
      ? make("details", {}, make("summary", {}, "What was tried"),
          make("ul", {}, ...attempts.map(({ engine, outcome, reason }) =>
            make("li", {}, [engine, outcome, reason].filter(Boolean).join(": ")))))
      : undefined);
}
