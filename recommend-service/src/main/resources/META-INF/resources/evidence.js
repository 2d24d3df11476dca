// A day that proves a song: its date, the sentence of it that comes nearest, and the way to its page.

import { showDay } from "./day.js";
import { make } from "./element.js";
import { longDay, many } from "./words.js";

/** One day; `nearTo` says to what its closeness is. */
export function evidence(day, nearTo = "your words") {
  const written = longDay(day.date);
  return make("figure", { className: "evidence" },
    make("figcaption", {}, make("time", { dateTime: day.date }, written)),
    make("blockquote", { dir: "auto" }, day.excerpt),
    make("div", { className: "row" },
      make("span", { className: "quiet" }, `${many(day.plays, "play")} that day`),
      closeness(day.similarity, nearTo),
      make("button", { type: "button", className: "link", onclick: () => showDay(day.date) },
        "Show the page", make("span", { className: "unseen" }, ` of ${written}`))));
}

// A meter element draws differently in every browser; a picture with a label says the same.
function closeness(similarity, nearTo) {
  const percent = Math.round(Math.min(1, Math.max(0, similarity)) * 100);
  const label = `How near this day is to ${nearTo}: ${percent} of 100`;
  const filled = make("span");
  filled.style.width = `${percent}%`;
  return make("span", { className: "closeness", role: "img", title: label, "aria-label": label }, filled);
}

const SPOTIFY_TRACK = /^spotify:track:([A-Za-z0-9]+)$/;

/** Where a song can be heard, if that is known. */
export function spotifyLink(song) {
  const track = SPOTIFY_TRACK.exec(song.spotifyUri ?? "");
  return track
    ? make("a", {
        href: `https://open.spotify.com/track/${track[1]}`,
        rel: "noreferrer",
        target: "_blank",
        "aria-label": `${song.title} on Spotify, in a new tab`,
      }, "Spotify ↗")
    : undefined;
}
