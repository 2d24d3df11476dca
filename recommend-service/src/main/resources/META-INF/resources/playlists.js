// Playlists that were brought or that Spotify told of.

import { get } from "./api.js";
import { byId, make } from "./element.js";
import { many } from "./words.js";

const SOURCES = {
  m3u: "M3U", jspf: "JSPF", csv: "CSV", "last-fm-loved": "Last.fm, loved", "spotify-api": "Spotify",
};

/** Lists them, each with its songs for whoever opens it. */
export async function showPlaylists(told) {
  try {
    const { playlists = [] } = await get("plays/playlists");
    byId("playlists").hidden = playlists.length === 0;
    byId("playlists").querySelector("ul").replaceChildren(...playlists.map((list) => row(list, told)));
  } catch (problem) {
    told(problem);
  }
}

function row({ id, name, source, songs }, told) {
  const list = make("ol", {});
  const details = make("details", {},
    make("summary", {}, make("strong", {}, name),
      make("span", { className: "quiet" }, ` · ${SOURCES[source] ?? source} · ${many(songs, "song")}`)),
    list);
  details.addEventListener("toggle", () => details.open && showSongs(id, list, told));
  return make("li", {}, details);
}

async function showSongs(id, list, told) {
  try {
    const { entries = [] } = await get(`plays/playlists/${encodeURIComponent(id)}`);
    list.replaceChildren(...entries.map(({ title, artist }) => make("li", {}, `${title} · ${artist}`)));
  } catch (problem) {
    told(problem);
  }
}
