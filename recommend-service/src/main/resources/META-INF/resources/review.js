// The review page: one entry after another, its photo beside its text.

import { get, post, put } from "./api.js";
import { byId, make, say } from "./element.js";
import { prepareLocked } from "./locked.js";
import { prepareKeys } from "./review-keys.js";
import { larger, preparePhoto, showPhoto, smaller, turn } from "./review-photo.js";
import { showLearned } from "./review-learned.js";
import { prepareReread, showReread } from "./review-reread.js";
import { editText, nextDoubtful, pieces, prepareText, showText, text } from "./review-text.js";
import { longDay, shortDay } from "./words.js";

const date = byId("date");
// What was typed and not sent yet, by entry: going on and coming back loses nothing.
const typed = new Map();
let items = [];
let place = 0;
let busy = false;

const current = () => items[place];
const path = (entry, action) => `journal/review/${encodeURIComponent(entry.id)}/${action}`;

async function look(wanted) {
  const answer = await get(`journal/review${byId("all").checked ? "?all=true" : ""}`);
  items = answer.items ?? [];
  const found = items.findIndex(({ entry }) => entry.id === wanted);
  place = Math.max(0, Math.min(found < 0 ? place : found, items.length - 1));
  byId("undo").disabled = byId("undo-after").hidden = !answer.undo;
  byId("undo-after").hidden = !answer.undo;
  byId("undo").title = answer.undo ? `Takes back: ${answer.undo}` : "";
  byId("all-choice").hidden = !answer.drafts;
  byId("all-choice").querySelector("span").textContent = `also ${answer.drafts} drafts that look right`;
  await show();
}

async function show() {
  byId("desk").hidden = items.length === 0;
  byId("nothing").hidden = items.length > 0;
  byId("position").textContent = items.length > 0 ? `${place + 1} of ${items.length}` : "";
  if (items.length > 0) {
    showItem(current());
    await showPhoto(current().photo ? current().entry.page : undefined, where(current()));
  }
}

const where = ({ notebook, place: name }) => [notebook, name].filter(Boolean).join(" · ");

function showItem(item) {
  const { entry, proposal, reasons, before, doubtful } = item;
  const mine = typed.get(entry.id);
  byId("reasons").replaceChildren(...reasons.map(({ sentence }) => make("li", {}, sentence)));
  showBefore(before);
  date.value = mine?.date ?? firstDate(item);
  date.max = new Date().toLocaleDateString("sv");
  showText(mine?.text ?? entry.text, mine?.text === undefined ? doubtful : []);
  byId("read-by").textContent = readBy(entry);
  byId("merge").disabled = !before;
  showDate();
  showReread(entry);
}

// A date that falls out of its order is rather not the first choice.
function firstDate({ entry, proposal, reasons }) {
  const isDoubted = reasons.some(({ code }) => code === "out-of-order");
  return (isDoubted ? proposal?.date : entry.date) ?? proposal?.date ?? "";
}

function showBefore(before) {
  const box = byId("before");
  box.hidden = !before;
  box.replaceChildren(...(before
    ? [`Before it${before.date ? `, ${shortDay(before.date)}` : ""}: … ${before.end}`] : []));
}

function readBy({ engine, confidence }) {
  if (engine === "typed" || engine === "file") {
    return engine === "typed" ? "in your words" : "from a text file";
  }
  return `read by ${engine}, ${Math.round(confidence * 100)} % sure`;
}

// A proposal looks like one until the owner says something.
function showDate() {
  const { entry, proposal } = current();
  const isProposed = date.value !== "" && date.value === proposal?.date && date.value !== entry.date;
  date.classList.toggle("proposed", isProposed);
  byId("weekday").textContent = date.value ? longDay(date.value).split(/[ ,]/)[0] : "";
  const other = otherDate();
  byId("proposal").hidden = !other;
  byId("proposal").textContent = other ? `Rather ${shortDay(other)}` : "";
  const sure = entry.date ? ` ${shortDay(entry.date)} was read, ${Math.round(entry.dateConfidence * 100)} % sure.` : "";
  byId("why").textContent = `${proposal ? `${isProposed ? "Proposed: " : ""}${proposal.why}` : "No day suggests itself."}${sure}`;
}

const otherDate = () =>
  [current().proposal?.date, current().entry.date].find((day) => day && day !== date.value);

function keepTyped() {
  const { entry } = current();
  typed.set(entry.id, { ...typed.get(entry.id), date: date.value });
  showDate();
}

const changedText = () => (text() === current().entry.text ? undefined : text());

// One step at a time: a second key while the first is on its way would meet another entry.
async function step(action, wanted) {
  if (busy || items.length === 0) {
    return;
  }
  work(true);
  const { entry } = current();
  try {
    notify("");
    const said = await action(entry);
    typed.delete(entry.id);
    await look(wanted ?? items[place + 1]?.entry.id);
    say(said);
    await showLearned();
  } catch (problem) {
    notify(problem.message);
  } finally {
    work(false);
  }
}

function work(under) {
  busy = under;
  byId("desk").setAttribute("aria-busy", under);
}

function notify(sentence) {
  byId("notice").hidden = sentence === "";
  byId("notice").textContent = sentence;
}

const confirm = () => step(async (entry) => {
  await post(path(entry, "confirm"), { date: date.value || undefined, text: changedText() });
  return "Confirmed.";
});

const status = (name, said) => step(async (entry) => {
  await put(`journal/entries/${encodeURIComponent(entry.id)}`, { status: name, text: changedText() });
  return said;
});

function split() {
  const parts = pieces();
  if (!parts) {
    notify("Put the cursor in the text where the next day begins, then split.");
    editText();
    return;
  }
  step(async (entry) => {
    const day = typed.get(entry.id)?.date || undefined;
    await post(path(entry, "split"), { pieces: [{ text: parts[0], date: day }, { text: parts[1] }] });
    return "Split in two.";
  }, current().entry.id);
}

const merge = () => current()?.before && step(async (entry) => {
  const words = changedText();
  if (words) {
    await put(`journal/entries/${encodeURIComponent(entry.id)}`, { text: words });
  }
  await post(path(entry, "merge"), { into: current().before.id });
  return "Joined to the one before.";
});

async function undo() {
  if (busy) {
    return;
  }
  work(true);
  try {
    notify("");
    const { entries = [] } = await post("journal/review/undo", {});
    await look(entries[0]?.id);
    say("Taken back.");
    await showLearned();
  } catch (problem) {
    notify(problem.message);
  } finally {
    work(false);
  }
}

function move(by) {
  if (items.length > 0) {
    place = (place + by + items.length) % items.length;
    notify("");
    show();
  }
}

function takeOther() {
  date.value = otherDate();
  keepTyped();
}

prepareLocked(byId("desk"), byId("nothing"));
preparePhoto();
prepareText(() => typed.set(current().entry.id, { ...typed.get(current().entry.id), text: text() }));
prepareReread((words) => step(words, current().entry.id));
date.addEventListener("input", keepTyped);
byId("proposal").addEventListener("click", takeOther);
byId("all").addEventListener("change", () => look(current()?.entry.id));
window.addEventListener("beforeunload", (e) => typed.size > 0 && e.preventDefault());
prepareKeys({
  confirm, split, merge, undo,
  next: () => move(1),
  previous: () => move(-1),
  private: () => status("private", "Private: kept, and never searched."),
  discard: () => status("discarded", "Discarded."),
  text: editText,
  date: () => date.focus(),
  doubtful: nextDoubtful,
  larger, smaller, turn,
});
byId("undo-after").addEventListener("click", undo);
look().then(showLearned).catch((problem) => problem.status !== 401 && notify(problem.message));
