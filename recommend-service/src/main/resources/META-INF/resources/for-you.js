// What people like somebody love: whether they let others be answered from what they play, and, if
// they do, the songs that others love.

import { get, put, remove } from "./api.js";
import { byId, make } from "./element.js";
import { many } from "./words.js";

const AGREEMENT = "songs/for-you/agreement";
const agree = byId("agree");
const said = byId("for-you-said");
const songs = byId("for-you-songs");
let agreed = false;

/** Shows where somebody stands, and listens to what they say. */
export async function prepareForYou() {
  agree.addEventListener("change", () => change(agree.checked));
  await told(() => get(AGREEMENT));
  agree.disabled = false;
}

async function change(wanted) {
  agree.disabled = true;
  said.textContent = wanted ? "Noted …" : "Forgetting what was learned from you …";
  const problem = await told(() => (wanted ? put(AGREEMENT, {}) : remove(AGREEMENT)));
  if (problem) {
    // What was said may hold all the same.
    await told(() => get(AGREEMENT));
    said.textContent = problem;
  }
  agree.disabled = false;
  agree.focus();
}

/** Shows what a call answers; returns what was wrong, if anything was. */
async function told(call) {
  try {
    await show(await call());
    return "";
  } catch (problem) {
    said.textContent = problem.message;
    agree.checked = agreed;
    return problem.message;
  }
}

async function show({ agreed: now, answering, missing }) {
  agree.checked = agreed = now;
  if (!agreed || !answering) {
    songs.replaceChildren();
    said.textContent = agreed ? missing ?? "" : "Nobody learns from you for others, and you are not answered from others.";
    return;
  }
  songs.setAttribute("aria-busy", "true");
  try {
    list(await get("songs/for-you"));
  } finally {
    songs.setAttribute("aria-busy", "false");
  }
}

function list({ songs: loved = [], people, judged, missing }) {
  said.textContent = missing ?? `Learned from ${many(people, "person", "people")} who agree.`;
  songs.replaceChildren(...(loved.length === 0 ? [] : [
    make("ol", { className: "songs" }, ...loved.map(card)),
    make("p", { className: "quiet" }, `How good that is: ${judged}`),
  ]));
}

const card = ({ id, title, artist, because = [] }) =>
  make("li", { className: "song-card" },
    make("h3", { dir: "auto" }, id ? make("a", { href: address(id) }, title) : title),
    make("p", { className: "artist", dir: "auto" }, artist),
    because.length > 0 ? make("p", { className: "quiet" }, "Because you play ", ...listed(because)) : undefined);

const listed = (because) =>
  because.flatMap((song, place) => [place > 0 ? ", " : "", make("a", { href: address(song.id), dir: "auto" }, song.title)]);

const address = (id) => `song.html?id=${encodeURIComponent(id)}`;
