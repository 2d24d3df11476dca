// Entries that wait for a date: the owner looks at the page and says which day it was.

import { get, put } from "./api.js";
import { showEntry } from "./day.js";
import { button, byId, make, say } from "./element.js";
import { longDay } from "./words.js";

const GLIMPSE_CHARACTERS = 280;

const section = byId("undated");
const list = section.querySelector("ul");
const shown = new Map();
let countBefore = 0;
let dated = () => {};

/** `looked` is called once an entry has its date. */
export function prepareUndated(looked) {
  dated = looked;
}

/** Fetches the list again when their number has changed. */
export async function showUndated(number) {
  if (number === countBefore) {
    return;
  }
  const { entries = [] } = number > 0 ? await get("journal/entries?status=draft") : {};
  countBefore = number;
  update(entries.filter((entry) => !entry.date));
}

// What is already on the page stays as it is: a date may be half typed.
function update(entries) {
  const ids = new Set(entries.map((entry) => entry.id));
  [...shown.keys()].filter((id) => !ids.has(id)).forEach(remove);
  entries.filter((entry) => !shown.has(entry.id)).forEach(add);
  section.hidden = shown.size === 0;
}

function add(entry) {
  const item = make("li", {},
    make("blockquote", { dir: "auto" }, glimpse(entry.text ?? "")),
    make("div", { className: "row" }, button("Show the page", () => showEntry(entry), "link")),
    dateForm(entry));
  shown.set(entry.id, item);
  list.append(item);
}

function remove(id) {
  shown.get(id)?.remove();
  shown.delete(id);
}

function glimpse(text) {
  return text.length > GLIMPSE_CHARACTERS ? text.slice(0, GLIMPSE_CHARACTERS).trimEnd() + " …" : text;
}

function dateForm(entry) {
  const day = make("input", { type: "date", required: true, max: new Date().toLocaleDateString("sv") });
  const problem = make("p", { className: "bad", role: "alert" });
  const form = make("form", { className: "row" },
    make("label", {}, "Date ", day), make("button", {}, "Confirm"), problem);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    confirm(entry, day.value, problem);
  });
  return form;
}

async function confirm(entry, date, problem) {
  try {
    await put(`journal/entries/${encodeURIComponent(entry.id)}`, { date, status: "confirmed" });
    say(`Dated ${longDay(date)}.`);
    leave(entry.id);
    dated();
  } catch (failure) {
    problem.textContent = failure.message;
  }
}

// The keyboard goes on to the next entry, or back to the question after the last.
function leave(id) {
  const next = shown.get(id)?.nextElementSibling?.querySelector("input");
  remove(id);
  section.hidden = shown.size === 0;
  (next ?? (section.hidden ? byId("mood") : byId("undated-title"))).focus();
}
