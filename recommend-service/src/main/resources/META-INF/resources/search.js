// Songs by how they feel, by what their lines say and by a picture, and the songs that are like one
// of them.

import { get, post, upload } from "./api.js";
import { addDialog } from "./dialog.js";
import { button, byId, make } from "./element.js";
import { prepareForYou } from "./for-you.js";
import { prepareLocked } from "./locked.js";
import { shares, songList } from "./song-card.js";
import { count, many } from "./words.js";

const KINDS = {
  songs: { label: "What shall it feel like?", example: "A long drive home at night, after a good day.", compared: "song" },
  lines: { label: "What does the line say?", example: "I promised to write as soon as I was there.", compared: "line" },
  image: { compared: "line" },
};

const form = byId("search");
const found = byId("found");
const said = byId("found-said");
const similar = addDialog("similar", "similar-songs");
const shown = byId("picture-shown");
let searching = new AbortController();
let comparing = new AbortController();

prepareLocked(document.querySelector("main"));

const value = (name) => form.elements[name].value.trim();
const kind = () => value("kind");

form.addEventListener("change", (event) => event.target.name === "kind" && showKind());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search(kind());
});
// What cannot be seen cannot be mended.
form.addEventListener("invalid", ({ target }) => (byId("filters").open ||= byId("filters").contains(target)), true);
similar.addEventListener("close", () => comparing.abort());
form.elements.words.addEventListener("keydown", (event) => {
  // While an input method is composing, Enter picks a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
form.elements.picture.addEventListener("change", () => {
  showPicture();
  if (form.elements.picture.files.length > 0) {
    form.requestSubmit();
  }
});
// The browser keeps the choice when somebody comes back.
showKind();
prepareForYou();

function showKind() {
  const { label, example } = KINDS[kind()];
  const [ofSongs, byPicture] = [kind() === "songs", kind() === "image"];
  byId("words-label").textContent = label ?? "";
  form.elements.words.placeholder = example ?? "";
  // Disabled as well: what is not asked must not keep the form from being sent.
  byId("of-songs").hidden = byId("of-songs").disabled = !ofSongs;
  byId("words-keys").hidden = byId("words").hidden = form.elements.words.disabled = byPicture;
  byId("picture").hidden = form.elements.picture.disabled = !byPicture;
  form.querySelector(".score").hidden = ofSongs;
}

// What this browser cannot draw, such as HEIC, is looked for all the same.
function showPicture() {
  const [file] = form.elements.picture.files;
  URL.revokeObjectURL(shown.src);
  shown.hidden = true;
  byId("picture-name").textContent = file?.name ?? "";
  if (file) {
    shown.onload = () => (shown.hidden = false);
    shown.src = URL.createObjectURL(file);
  }
}

async function search(asked) {
  searching.abort();
  searching = new AbortController();
  const mine = searching;
  said.textContent = asked === "image" ? "Looking at it …" : "Listening …";
  found.setAttribute("aria-busy", "true");
  try {
    const answer = await answered(asked, mine.signal);
    if (mine === searching) {
      show(answer, KINDS[asked].compared);
    }
  } catch (problem) {
    if (mine === searching) {
      showCare();
      found.replaceChildren();
      said.textContent = problem.message;
    }
  }
  if (mine === searching) {
    found.setAttribute("aria-busy", "false");
  }
}

function answered(asked, signal) {
  const valence = range("valence");
  switch (asked) {
    case "image":
      return upload(`search/image?${inAddress(valence)}`, form.elements.picture.files[0], () => {}, signal);
    case "lines":
      return post("search/lines", { line: value("words"), valence, score: value("score") }, signal);
    default:
      return post("search/songs", { vibe: value("words"), filters: filters(valence) }, signal);
  }
}

function filters(valence) {
  return {
    year: range("year"),
    tag: value("tag") || undefined,
    language: value("language") || undefined,
    valence,
    artist: value("artist") || undefined,
    mine: form.elements.mine.checked || undefined,
  };
}

function inAddress({ from, to } = {}) {
  const asked = new URLSearchParams({ score: value("score") });
  if (from !== undefined) {
    asked.set("valenceFrom", from);
  }
  if (to !== undefined) {
    asked.set("valenceTo", to);
  }
  return asked;
}

function range(name) {
  const [from, to] = [number(`${name}From`), number(`${name}To`)];
  return from === undefined && to === undefined ? undefined : { from, to };
}

const number = (name) => (value(name) === "" ? undefined : Number(value(name)));

function show({ songs = [], titles = [], searched = 0, missing, notice }, compared) {
  showCare(notice);
  said.textContent = [
    songs.length > 0 ? `${many(songs.length, "song")}, the nearest first, of ${count(searched)} ${searched === 1 ? compared : `${compared}s`}.` : "Nothing found.",
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

const list = (songs) => songList(songs, (song) => [likeThis(song)]);

const likeThis = (song) => button("Songs like this", () => showSimilar(song));

async function showSimilar(song, by = "meaning") {
  comparing.abort();
  comparing = new AbortController();
  const mine = comparing;
  const songs = byId("similar-songs");
  const choice = ways(song, by);
  byId("similar-title").textContent = `Songs like “${song.title}”`;
  songs.replaceChildren(choice, make("p", { className: "quiet" }, "Comparing …"));
  if (!similar.open) {
    similar.showModal();
  }
  const alike = await likeIt(song.id, by, mine.signal);
  // Another song was asked about in the meantime: this answer belongs to nobody.
  if (mine === comparing && !mine.signal.aborted) {
    songs.replaceChildren(choice, alike);
    songs.scrollIntoView({ block: "start" });
    choice.querySelector("[aria-pressed=true]").focus();
  }
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

async function likeIt(id, by, signal) {
  try {
    const { songs = [], missing } = await get(`songs/${encodeURIComponent(id)}/similar?by=${by}`, signal);
    return songs.length > 0
      ? songList(songs, (song) => [likeThis(song), by === "company" ? undefined : shares(song)])
      : make("p", {}, missing ?? "There is no other song yet.");
  } catch (problem) {
    return make("p", { className: "bad", role: "alert" }, problem.message);
  }
}
