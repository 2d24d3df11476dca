// What no answer may show, what is forgotten for good, and the receipts of it.

import { get, post, put } from "./api.js";
import { byId, say } from "./element.js";
import { prepareLocked } from "./locked.js";
import { showReceipts } from "./receipts.js";
import { many } from "./words.js";

const NAMES = { day: "Which day", notebook: "Which folder", entry: "Its id", everything: "" };

const limits = byId("limits");
const forget = byId("forget");
const main = document.querySelector("main");

prepareLocked(main);

function told(problem) {
  const sentence = problem === "" || problem.status === 401 ? "" : problem.message;
  byId("notice").hidden = sentence === "";
  byId("notice").textContent = sentence;
}

const lines = (name) => limits.elements[name].value.split("\n").map((line) => line.trim()).filter((line) => line !== "");

// A title may hold a dash of its own; the last one stands before the artist.
function song(line) {
  const at = line.lastIndexOf(" - ");
  return at < 0 ? { title: line, artist: "" } : { title: line.slice(0, at).trim(), artist: line.slice(at + 3).trim() };
}

function showLimits({ days = [], people = [], songs = [] }) {
  limits.elements.days.value = days.join("\n");
  limits.elements.people.value = people.join("\n");
  limits.elements.songs.value = songs.map(({ title, artist }) => `${title} - ${artist}`).join("\n");
  limits.querySelector("fieldset").disabled = false;
}

limits.addEventListener("input", () => (byId("limits-saved").textContent = ""));
limits.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    showLimits(await put("off-limits", { days: lines("days"), people: lines("people"), songs: lines("songs").map(song) }));
    byId("limits-saved").textContent = "Saved; it holds from the next answer on.";
    told("");
  } catch (problem) {
    told(problem);
  }
});

forget.elements.what.addEventListener("change", () => {
  const what = forget.elements.what.value;
  const label = byId("forget-name");
  label.firstChild.textContent = `${NAMES[what]} `;
  label.hidden = what === "everything";
  forget.elements.name.type = what === "day" ? "date" : "text";
  forget.elements.name.required = what !== "everything";
});

function wish() {
  const what = forget.elements.what.value;
  const originals = forget.elements.originals.checked;
  return what === "everything" ? { what, originals } : { what, originals, name: forget.elements.name.value.trim() };
}

forget.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wanted = wish();
  try {
    const { entries, pages, days } = await post("erasures/preview", wanted);
    const { name } = await get("me");
    told("");
    ask(wanted, name, `${many(entries, "entry", "entries")}, ${many(pages, "page")} and what belongs to ${many(days, "day")} go for good.`);
  } catch (problem) {
    told(problem);
  }
});

function ask(wanted, name, sentence) {
  const dialog = byId("sure");
  const own = byId("sure-name");
  byId("sure-what").textContent = sentence;
  own.hidden = wanted.what !== "everything";
  own.querySelector("strong").textContent = name;
  own.querySelector("input").value = "";
  dialog.returnValue = "";
  dialog.onclose = () => dialog.returnValue && begin({ ...wanted, confirm: own.querySelector("input").value.trim() });
  dialog.showModal();
}

async function begin(wanted) {
  try {
    await post("erasures", wanted);
    told("");
    say("It is being forgotten; the receipt follows.");
    await showReceipts(told);
    byId("receipts-title").focus();
  } catch (problem) {
    told(problem);
  }
}

try {
  showLimits(await get("off-limits"));
} catch (problem) {
  told(problem);
}
await showReceipts(told);
