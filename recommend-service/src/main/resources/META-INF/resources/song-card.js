// A song that was found, and a list of them. Its title leads to its own page.

import { make } from "./element.js";
import { many, shortDay } from "./words.js";

const LINES_AT_ONCE = 5;

/** The songs in their order; `more` gives what else stands on a card. */
export const songList = (songs, more = () => []) =>
  make("ol", { className: "songs" }, ...songs.map((song) => card(song, more(song))));

function card(song, [action, ...more]) {
  return make("li", { className: "song-card" },
    make("div", { className: "row" },
      make("h3", { dir: "auto" }, make("a", { href: `song.html?id=${encodeURIComponent(song.id)}` }, song.title)),
      action),
    make("p", { className: "artist", dir: "auto" }, song.artist),
    make("p", { className: "quiet" }, facts(song)),
    lines(song),
    ...more);
}

/** What is known of a song in one line. */
export function facts({ year, tags = [], score, rank, rankWithTitles, played }) {
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
    ? make("ul", { className: "lines" }, ...hits.slice(0, LINES_AT_ONCE).map(({ text, similarity }) =>
        make("li", {}, make("q", { dir: "auto" }, text), " ", make("span", { className: "quiet" }, similarity.toFixed(2)))))
    : undefined;
}

/** In what a song is like another, and what nobody can tell. */
export function shares({ shares: parts = {}, unknown = [] }) {
  const known = Object.entries(parts).filter(([, share]) => share > 0.0005);
  return make("p", { className: "quiet shares" },
    ...known.map(([part, share]) => make("span", {}, `${part} ${share.toFixed(2)}`)),
    unknown.length > 0 ? make("span", {}, `not known: ${unknown.join(", ")}`) : undefined);
}
