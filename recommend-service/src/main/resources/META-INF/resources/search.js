// Songs by how they feel and by what their lines say, and the songs that are like one of them.

import { get, post, whenLocked } from "./api.js";
import { button, byId, make } from "./element.js";
import { count, many, shortDay } from "./words.js";

const KINDS = {
  songs: { field: "vibe", label: "What shall it feel like?", example: "A long drive home at night, after a good day." },
  lines: { field: "line", label: "What does the line say?", example: "I promised to write as soon as I was there." },
};

const form = byId("search");
const found = byId("found");
const said = byId("found-said");
const main = document.querySelector("main");
let searching = new AbortController();

whenLocked(() => {
  byId("locked").hidden = false;
  main.hidden = true;
});

const value = (name) => form.elements[name].value.trim();
const kind = () => value("kind");

form.addEventListener("change", (event) => event.target.name === "kind" && showKind());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.elements.words.addEventListener("keydown", (event) => {
  // While an input method is composing, Enter picks a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

function showKind() {
  const { label, example } = KINDS[kind()];
  byId("words-label").textContent = label;
  form.elements.words.placeholder = example;
  byId("of-songs").hidden = kind() === "lines";
  form.querySelector(".score").hidden = kind() === "songs";
}

async function search() {
  searching.abort();
  searching = new AbortController();
  const mine = searching;
  said.textContent = "Listening …";
  found.setAttribute("aria-busy", "true");
  try {
    const answer = await post(`search/${kind()}`, question(), mine.signal);
    if (mine === searching) {
      show(answer);
    }
  } catch (problem) {
    if (problem.name !== "AbortError") {
      showCare();
      found.replaceChildren();
      said.textContent = problem.message;
    }
  }
  if (mine === searching) {
    found.setAttribute("aria-busy", "false");
  }
}

function question() {
  const valence = range("valence");
  const words = value("words");
  return kind() === "lines"
    ? { line: words, valence, score: value("score") }
    : {
        vibe: words,
        filters: {
          year: range("year"),
          tag: value("tag") || undefined,
          language: value("language") || undefined,
          valence,
          artist: value("artist") || undefined,
          mine: form.elements.mine.checked || undefined,
        },
      };
}

function range(name) {
  const [from, to] = [number(`${name}From`), number(`${name}To`)];
  return from === undefined && to === undefined ? undefined : { from, to };
}

const number = (name) => (value(name) === "" ? undefined : Number(value(name)));

function show({ songs = [], titles = [], searched = 0, missing, notice }) {
  showCare(notice);
  const what = kind() === "lines" ? "line" : "song";
  said.textContent = [
    songs.length > 0 ? `${many(songs.length, "song")}, the nearest first, of ${count(searched)} ${searched === 1 ? what : `${what}s`}.` : "Nothing found.",
    missing,
  ].filter(Boolean).join(" ");
  found.replaceChildren(
    list(songs),
    ...(titles.length > 0 ? [make("h2", {}, "Called exactly that"), list(titles)] : []));
}

function showCare(notice) {
  const care = byId("care");
  care.hidden = !notice;
  care.replaceChildren(...(!notice ? [] : [
    make("p", {}, notice.sentence),
    make("ul", {}, ...nearFirst(notice.helpLines).map(({ country, name, contact }) =>
      make("li", {}, make("strong", {}, country), ` ${name}: `, make("bdi", {}, contact)))),
    make("p", { className: "quiet" }, notice.elsewhere),
  ]));
}

// The country of this browser's language first.
function nearFirst(lines) {
  const country = new Intl.Locale(navigator.language).region;
  return [...lines.filter((line) => line.country === country), ...lines.filter((line) => line.country !== country)];
}

const list = (songs) => make("ol", { className: "songs" }, ...songs.map((song) => card(song)));

function card(song, ...more) {
  return make("li", { className: "song-card" },
    make("div", { className: "row" },
      make("h3", { dir: "auto" }, song.title),
      button("Songs like this", () => showSimilar(song))),
    make("p", { className: "artist", dir: "auto" }, song.artist),
    make("p", { className: "quiet" }, facts(song)),
    lines(song),
    ...more);
}

function facts({ year, tags = [], score, rank, rankWithTitles, played }) {
  return [
    year,
    tags.slice(0, 3).join(", "),
    score == null ? undefined : `fits ${score.toFixed(2)}`,
    rank === rankWithTitles ? undefined : `place ${rank} by meaning, ${rankWithTitles} with titles`,
    played && `yours on ${many(played.days, "day")}, last on ${shortDay(played.lastPlayed)}`,
  ].filter(Boolean).join(" · ");
}

function lines({ lines: hits = [] }) {
  return hits.length > 0
    ? make("ul", { className: "lines" }, ...hits.slice(0, 5).map(({ text, similarity }) =>
        make("li", {}, make("q", { dir: "auto" }, text), " ", make("span", { className: "quiet" }, similarity.toFixed(2)))))
    : undefined;
}

async function showSimilar(song, by = "meaning") {
  const dialog = byId("similar");
  const songs = byId("similar-songs");
  const choice = ways(song, by);
  byId("similar-title").textContent = `Songs like “${song.title}”`;
  songs.replaceChildren(choice, make("p", { className: "quiet" }, "Comparing …"));
  if (!dialog.open) {
    dialog.showModal();
  }
  try {
    const answer = await get(`songs/${encodeURIComponent(song.id)}/similar?by=${by}`);
    songs.replaceChildren(choice, answer.songs.length > 0
      ? make("ol", { className: "songs" }, ...answer.songs.map((each) => (by === "company" ? card(each) : card(each, shares(each)))))
      : make("p", {}, answer.missing ?? "There is no other song yet."));
    songs.scrollIntoView({ block: "start" });
  } catch (problem) {
    songs.replaceChildren(choice, make("p", { className: "bad", role: "alert" }, problem.message));
  }
  choice.querySelector("[aria-pressed=true]").focus();
}

function ways(song, by) {
  const way = (name, words) => {
    const made = button(words, () => showSimilar(song, name));
    made.setAttribute("aria-pressed", name === by);
    return made;
  };
  return make("p", { className: "ways", role: "group", "aria-label": "Alike in what" },
    way("meaning", "By meaning"), way("company", "By the company they kept"));
}

function shares({ shares: parts = {}, unknown = [] }) {
  const known = Object.entries(parts).filter(([, share]) => share > 0.0005);
  return make("p", { className: "quiet shares" },
    ...known.map(([part, share]) => make("span", {}, `${part} ${share.toFixed(2)}`)),
    unknown.length > 0 ? make("span", {}, `not known: ${unknown.join(", ")}`) : undefined);
}
