// What somebody says to a song: three buttons on every card, what was said before, and the way back.

import { get, post, remove } from "./api.js";
import { button, byId, make, say } from "./element.js";
import { count, many, shortDay } from "./words.js";

const SHOWN_AT_ONCE = 30;
const VERDICTS = [
  ["took-me-back", "Took me back", "It took you back"],
  ["wrong-era", "Wrong era", "It belongs to another time"],
  ["not-now", "Not now", "Not now"],
];
const SPOKEN = new Map(VERDICTS.map(([verdict, , spoken]) => [verdict, spoken]));

let earlier = [];

/** The buttons of one card, or what was said to it. */
export function feedbackRow(song) {
  const row = make("div", { className: "feedback" });
  ask(row, song);
  return row;
}

/** Shows what was said before; quietly nothing while it cannot be read. */
export async function showFeedback() {
  try {
    earlier = (await get("feedback")).feedback ?? [];
    list();
  } catch {
    // The page goes on without it, and looks again when something is said.
  }
}

function ask(row, song) {
  const buttons = VERDICTS.map(([verdict, name]) =>
    button(name, () => keep(row, song, verdict), "plain verdict"));
  buttons.forEach((each, i) => each.setAttribute("aria-label", `${VERDICTS[i][1]}: ${song.title}`));
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", `What do you say to ${song.title}?`);
  row.replaceChildren(...buttons);
}

async function keep(row, song, verdict) {
  await tried(row, async () => {
    const kept = await post("feedback", { answer: song.answer, verdict });
    earlier = [kept, ...earlier.filter((each) => each.id !== kept.id)];
    list();
    const undo = button("Undo", () => takeBack(row, song, kept), "link");
    undo.setAttribute("aria-label", `Undo: ${song.title}`);
    row.replaceChildren(make("span", {}, `${SPOKEN.get(verdict)}. Thank you.`), undo);
    undo.focus();
    say(`Kept: ${SPOKEN.get(verdict)}.`);
  });
}

async function takeBack(row, song, kept) {
  await tried(row, async () => {
    await forget(kept);
    ask(row, song);
    row.querySelector("button").focus();
  });
}

async function forget(kept) {
  await remove(`feedback/${encodeURIComponent(kept.id)}`);
  earlier = earlier.filter((each) => each.id !== kept.id);
  list();
  say("Taken back.");
}

async function tried(row, action) {
  row.querySelectorAll("button").forEach((each) => (each.disabled = true));
  row.querySelector(".bad")?.remove();
  try {
    await action();
  } catch (problem) {
    row.querySelectorAll("button").forEach((each) => (each.disabled = false));
    row.append(make("p", { className: "bad", role: "alert" }, problem.message));
  }
}

function list() {
  const section = byId("said-before");
  section.hidden = earlier.length === 0;
  section.querySelector("summary").textContent = `${many(earlier.length, "song")} you spoke about`;
  const shown = earlier.slice(0, SHOWN_AT_ONCE).map(said);
  const more = earlier.length - shown.length;
  section.querySelector("ul").replaceChildren(...shown,
    ...(more > 0 ? [make("li", { className: "quiet" }, `and ${count(more)} more`)] : []));
}

function said(kept) {
  const item = make("li", {},
    make("strong", {}, make("bdi", {}, kept.title)), " – ", make("bdi", {}, kept.artist),
    make("span", { className: "quiet" }, ` ${SPOKEN.get(kept.verdict) ?? kept.verdict}, ${shortDay(kept.at)}`),
    make("q", { className: "mood", dir: "auto" }, kept.mood));
  const undo = button("Undo", () => tried(item, () => forget(kept)), "link");
  undo.setAttribute("aria-label", `Undo: ${kept.title}`);
  item.append(undo);
  return item;
}
