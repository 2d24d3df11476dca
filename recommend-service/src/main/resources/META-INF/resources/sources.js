// The page of the sources: what is live, where plays are missing, which files came.

import { get, remove } from "./api.js";
import { prepareCatalogues } from "./catalogues.js";
import { byId, make, say } from "./element.js";
import { showEarlierImports } from "./imports.js";
import { prepareLocked, unlock } from "./locked.js";
import { prepareLyrics } from "./lyrics.js";
import { showPlaylists } from "./playlists.js";
import { prepareRejected } from "./rejected.js";
import { prepareRules } from "./rules.js";
import { cardOf } from "./source-card.js";
import { moment } from "./times.js";
import { count, many } from "./words.js";

const LOOK_EVERY_MS = 5000;
const LANDED = {
  "#connected": "Spotify is connected. Your last plays are on their way.",
  "#not-connected": "Spotify’s answer was not taken. A login is good once and for half an hour: begin it again.",
};

const cards = new Map();
const main = document.querySelector("main");

prepareLocked(main);

function notify(sentence) {
  byId("notice").hidden = sentence === "";
  if (byId("notice").textContent !== sentence) {
    byId("notice").textContent = sentence;
  }
}

async function look() {
  try {
    const { sources = [], redirect = "" } = await get("plays/sources");
    unlock(main);
    sources.forEach((source) => showCard(source, redirect));
    byId("cards").ariaBusy = "false";
    showGaps(sources);
    notify(LANDED[location.hash] ?? "");
  } catch (problem) {
    notify(problem.status === 401 ? "" : problem.message);
  }
}

// A card is made anew when something is new, but never under somebody's hands.
function showCard(source, redirect) {
  const before = cards.get(source.id);
  const busy = before?.card.contains(document.activeElement) && document.activeElement.matches("input");
  if (busy) {
    return;
  }
  const open = [...(before?.card.querySelectorAll("details[open]") ?? [])].map((each) => each.dataset.name);
  const focused = before?.card.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
  const typed = [...(before?.card.querySelectorAll("input") ?? [])].map((input) => [input.name, input.value]);
  const card = cardOf(source, redirect, { look, letGo });
  restore(card, open, typed);
  if (before) {
    before.card.replaceWith(card);
  } else {
    byId("cards").append(card);
  }
  card.querySelector(`[data-name="${focused}"]`)?.focus();
  tellChange(source, before?.state);
  cards.set(source.id, { card, state: source.state });
}

function restore(card, open, typed) {
  open.forEach((name) => card.querySelector(`details[data-name="${name}"]`)?.setAttribute("open", ""));
  typed.forEach(([name, value]) => {
    const input = card.querySelector(`input[name="${name}"]`);
    if (input && value) {
      input.value = value;
    }
  });
}

function tellChange({ title, state }, before) {
  if (before && before !== state) {
    say(`${title}: ${state.replace("-", " ")}.`);
  }
}

function showGaps(sources) {
  const gaps = sources.flatMap((source) => source.gaps.map((gap) => ({ ...gap, title: source.title })));
  byId("gaps").hidden = gaps.length === 0;
  byId("gaps").querySelector("ul").replaceChildren(...gaps.map(gapItem));
}

function gapItem({ from, to, open, closedAt, title }) {
  return make("li", { className: open ? "" : "closed" },
    make("strong", {}, title), `: ${moment(from)} to ${moment(to)}`,
    make("span", { className: "quiet" }, open ? " · waits for an export" : ` · closed ${moment(closedAt)}`));
}

/** Asks whether what a source brought shall go too, and lets it go. */
function letGo({ id, title, stored }) {
  const dialog = byId("let-go");
  byId("let-go-title").textContent = `Disconnect ${title}?`;
  byId("let-go-what").textContent = stored > 0
    ? `${many(stored, "play")} came from it. They can stay, or be deleted from everything.`
    : "It has brought no plays yet.";
  const [keep, forget] = dialog.querySelectorAll("button");
  keep.textContent = stored > 0 ? "Disconnect and keep them" : "Disconnect";
  forget.hidden = stored === 0;
  forget.textContent = `Disconnect and delete ${count(stored)}`;
  dialog.returnValue = "";
  dialog.onclose = () => dialog.returnValue && release(id, title, dialog.returnValue === "forget");
  dialog.showModal();
}

async function release(id, title, forget) {
  try {
    const { deleted = 0 } = await remove(`plays/sources/${id}?forget=${forget}`);
    say(forget ? `${title} is disconnected; ${many(deleted, "play")} deleted.` : `${title} is disconnected.`);
    history.replaceState(null, "", "#");
    await look();
  } catch (problem) {
    notify(problem.message);
  }
}

async function showImports() {
  try {
    await showEarlierImports();
    byId("earlier").open = true;
    byId("no-imports").hidden = !byId("earlier").hidden || byId("imports").childElementCount > 0;
  } catch (problem) {
    notify(problem.status === 401 ? "" : problem.message);
  }
}

async function watch() {
  for (;;) {
    if (!document.hidden) {
      await look();
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

document.addEventListener("visibilitychange", () => !document.hidden && look());
await look();
await showImports();
const told = (problem) => notify(problem === "" || problem.status === 401 ? "" : problem.message);
await prepareCatalogues(told);
await prepareRejected(told);
await prepareRules(told);
await prepareLyrics(told);
await showPlaylists(told);
watch();
