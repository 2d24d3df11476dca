// One song: the days somebody had with it, and the songs that are like it or lived next to it.

import { get } from "./api.js";
import { prepareDay } from "./day.js";
import { byId, make } from "./element.js";
import { evidence, spotifyLink } from "./evidence.js";
import { prepareLocked } from "./locked.js";
import { facts, shares, songList } from "./song-card.js";
import { many, shortDay } from "./words.js";

const DAYS = 30;
const id = new URLSearchParams(location.search).get("id") ?? "";
const path = `songs/${encodeURIComponent(id)}`;

prepareLocked(document.querySelector("main"));
prepareDay();

function notify(problem) {
  if (problem.status !== 401) {
    byId("notice").hidden = false;
    byId("notice").textContent = problem.message;
  }
}

function showSong(song) {
  document.title = `${song.title} · Chihiro`;
  byId("title").textContent = song.title;
  byId("artist").textContent = [song.artist, ...(song.featured ?? [])].join(", ");
  const link = spotifyLink(song);
  byId("facts").replaceChildren(facts({ ...song, played: undefined }), ...(link ? [" ", link] : []));
  showDays(song);
}

function showDays({ played, evidence: days = [] }) {
  byId("days-said").textContent = played
    ? `${many(played.plays, "play")} on ${many(played.days, "day")}, from ${shortDay(played.firstPlayed)} to ${shortDay(played.lastPlayed)}.`
    : "You have not kept replaying it on any day that you wrote about.";
  byId("days-more").hidden = !played || played.days <= days.length;
  byId("days-more").textContent = `The latest ${many(days.length, "day")}:`;
  byId("days").replaceChildren(...days.map((day) => evidence(day, "what the song says")));
}

async function showAlike() {
  const { songs = [] } = await get(`${path}/similar`);
  byId("alike").replaceChildren(songs.length > 0
    ? songList(songs, (song) => [undefined, shares(song)])
    : make("p", {}, "There is no other song yet."));
}

// Who lives next to whom has to be learned first; until then nothing is said of it.
async function showCompany() {
  try {
    const { songs = [], modelVersion, missing } = await get(`${path}/similar?by=company`);
    byId("company").hidden = !modelVersion && !missing;
    byId("company-songs").replaceChildren(songs.length > 0 ? songList(songs) : make("p", { className: "quiet" }, missing ?? "Nobody lived next to it yet."));
  } catch {
    byId("company").hidden = true;
  }
}

try {
  if (id === "") {
    location.replace("search.html");
  }
  showSong(await get(`${path}/days?limit=${DAYS}`));
  byId("song").hidden = false;
  await showAlike();
  await showCompany();
} catch (problem) {
  notify(problem);
}
byId("alike").setAttribute("aria-busy", "false");
