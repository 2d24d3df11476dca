// The question and its answers.

import { post } from "./api.js";
import { button, byId, make } from "./element.js";
import { evidence, spotifyLink } from "./evidence.js";
import { feedbackRow } from "./feedback.js";
import { chosenModel } from "./models.js";
import { wordsView } from "./weigh.js";
import { many, shortDay } from "./words.js";

const DAYS_AT_ONCE = 3;
// Only what reads sentences can say which words it went by.
const SILENT = ["tfidf", "era-prior", "most-played", "random"];

const mood = byId("mood");
const answers = byId("answers");
const said = byId("answers-said");
let asking = new AbortController();
let asked = false;
let greeted = false;

export function prepareAsking() {
  byId("ask-form").addEventListener("submit", (e) => {
    e.preventDefault();
    ask();
  });
  mood.addEventListener("keydown", askOnEnter);
  document.addEventListener("keydown", focusOnSlash);
}

/** Greets somebody whose diary is still empty, as long as nothing was asked. */
export function greet(moments) {
  const empty = moments === 0;
  if (!asked && empty !== greeted) {
    greeted = empty;
    answers.replaceChildren(...(empty ? [notYet("Your diary and your songs have not met yet.")] : []));
  }
}

function askOnEnter(e) {
  // While an input method is composing, Enter picks a word.
  if (e.key === "Enter" && !e.shiftKey && !e.isComposing) {
    e.preventDefault();
    ask();
  }
}

function focusOnSlash(e) {
  const typing = e.target.closest("input, textarea, select, dialog");
  if (e.key === "/" && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
    e.preventDefault();
    mood.focus();
    mood.select();
  }
}

async function ask(more = {}) {
  asking.abort();
  asking = new AbortController();
  const mine = asking;
  asked = true;
  said.textContent = "Leafing through your days …";
  answers.setAttribute("aria-busy", "true");
  const cards = await answered({ mood: mood.value, model: chosenModel(), ...more }, mine.signal);
  if (mine === asking) {
    answers.replaceChildren(...cards);
    answers.setAttribute("aria-busy", "false");
  }
}

async function answered(question, signal) {
  try {
    const answer = await post("recommendations", question, signal);
    const { songs = [], missing, model } = answer;
    if (!signal.aborted) {
      said.textContent = songs.length > 0
        ? `${many(songs.length, "song")}, the nearest first, answered by ${model}.`
        : "Not enough yet.";
    }
    return songs.length > 0
      ? [missing && make("p", { className: "quiet" }, missing), songList(songs), weighing(question, answer)].filter(Boolean)
      : [notYet(missing ?? "No song of yours goes with this yet.")];
  } catch (problem) {
    return refused(problem);
  }
}

// The same question again, to the same model, with its words weighed.
function weighing({ mood: asked, explain }, { model }) {
  return explain || SILENT.includes(model)
    ? undefined
    : make("p", { className: "weighing" },
        button("Why these songs? Weigh my words", () => ask({ mood: asked, model, explain: true })));
}

function refused(problem) {
  if (problem.name === "AbortError") {
    return [];
  }
  said.textContent = problem.message;
  return [];
}

function notYet(missing) {
  return make("div", { className: "not-yet" },
    make("h2", {}, "Not enough yet"),
    make("p", {}, missing),
    make("p", {}, "Chihiro answers from days that have both: something you wrote and songs you played."),
    make("ul", {},
      make("li", {}, "Bring pages: photos of a handwritten journal, or text files with a date in the name."),
      make("li", {}, "Bring plays: the zip that Spotify sends when you ask for your extended streaming history.")),
    button("Choose files", () => byId("files").click(), "main"));
}

const songList = (songs) => make("ol", { className: "songs" }, ...songs.map(card));

function card(song) {
  const days = (song.evidence ?? []).map((day) => evidence(day));
  const more = days.splice(DAYS_AT_ONCE);
  return make("li", { className: "song-card" },
    make("div", { className: "row" },
      make("h3", { dir: "auto" }, song.title),
      spotifyLink(song)),
    make("p", { className: "artist", dir: "auto" }, song.artist),
    make("p", { className: "quiet" }, `${span(song)}, ${many(song.plays, "play")}`),
    ...days,
    more.length > 0
      ? make("details", {}, make("summary", {}, many(more.length, "more day")), ...more)
      : undefined,
    nextTo(song),
    wordsView(song),
    feedbackRow(song));
}

function nextTo({ livedNextTo = [] }) {
  return livedNextTo?.length > 0
    ? make("details", { className: "next-to" },
        make("summary", {}, "Songs that lived next to it"),
        make("ul", {}, ...livedNextTo.map(({ title, artist }) =>
          make("li", {}, make("bdi", {}, title), " ", make("bdi", { className: "quiet" }, artist)))))
    : undefined;
}

function span(song) {
  const [first, last] = [shortDay(song.firstPlayed), shortDay(song.lastPlayed)];
  return first === last ? first : `${first} – ${last}`;
}
