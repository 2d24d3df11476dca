// What could not be taken in: why, and what shall become of it.

import { get, post, remove } from "./api.js";
import { button, byId, make, say } from "./element.js";
import { timed } from "./times.js";
import { many } from "./words.js";

const AT_ONCE = 50;
// The server tells no more in one answer.
const IN_ONE_ANSWER = 500;
const FROM = {
  bucket: "A file in the journal’s folder", upload: "A file that was sent", plays: "A play",
  "journal-entries": "A journal entry", "journal-pages": "A page", moments: "A day", vectors: "A day’s vectors", "song-vectors": "A song’s vectors",
  "listening-rules": "A rule", "play-corrections": "A correction", "song-aliases": "A spelling", playlists: "A playlist",
  annotations: "What words of a song mean", personas: "A song for a persona",
  "song-listings": "A song of a catalogue", lyrics: "The words of a song", songs: "A song",
};

let shown = AT_ONCE;
let told = () => {};

/** Lists what waits; `lost` is told what went wrong, or "" once it is right again. */
export async function prepareRejected(lost) {
  told = lost;
  byId("rejected-all").addEventListener("click", () => act(replayAll));
  byId("rejected-more").addEventListener("click", () => {
    shown += AT_ONCE;
    act(async () => "");
  });
  await show();
}

async function show() {
  try {
    const { total, rejected } = await first(shown);
    byId("rejected").querySelector("ul").replaceChildren(...rejected.map(row));
    byId("no-rejected").hidden = total > 0;
    byId("rejected-some").hidden = total === 0;
    byId("rejected-all").hidden = total < 2;
    byId("rejected-more").hidden = rejected.length >= total;
    byId("rejected-count").textContent = total === 0 ? "" : `${many(total, "thing")} could not be taken in. Nothing else waits for ${total === 1 ? "it" : "them"}.`;
  } catch (problem) {
    told(problem);
  }
}

async function first(most) {
  const rejected = [];
  let answer;
  do {
    answer = await get(`rejected?offset=${rejected.length}&limit=${Math.min(most - rejected.length, IN_ONE_ANSWER)}`);
    rejected.push(...(answer.rejected ?? []));
  } while (answer.rejected?.length > 0 && rejected.length < Math.min(most, answer.total));
  return { total: answer.total ?? 0, rejected };
}

function row({ id, service, topic, key, reason, rejectedAt }) {
  const title = make("strong", {}, FROM[topic] ?? topic);
  const what = make("bdi", { className: "quiet" }, key);
  // Two buttons of one name would be the same to a screen reader.
  const named = (text, action) => {
    const made = button(text, () => act(action));
    made.setAttribute("aria-label", `${text}: ${key}`);
    return made;
  };
  return make("li", {},
    make("p", {}, title, " ", what),
    make("p", {}, reason),
    make("p", { className: "quiet" }, `Put aside by ${service} `, timed(rejectedAt)),
    make("div", { className: "actions" },
      named("Try again", async () => {
        await post(`rejected/${encodeURIComponent(id)}/replay`, {});
        return "It is tried again; if it fails once more, it is listed here again.";
      }),
      named("Put away", async () => {
        await remove(`rejected/${encodeURIComponent(id)}`);
        return "It is put away.";
      })));
}

async function replayAll() {
  const { replayed = 0, left = [] } = await post("rejected/replay-all", {});
  const rest = left.length === 0 ? "" : ` ${many(left.length, "thing")} stayed: ${left[0].problem}`;
  return `${many(replayed, "thing")} tried again.${rest}`;
}

async function act(action) {
  const buttons = [...byId("rejected").querySelectorAll("button")];
  buttons.forEach((each) => (each.disabled = true));
  try {
    const sentence = await action();
    told("");
    byId("rejected-said").textContent = sentence;
    say(sentence);
  } catch (problem) {
    told(problem);
  }
  await show();
  buttons.forEach((each) => (each.disabled = false));
  // The button that was pressed has gone with its row; whoever uses the keyboard stays in the list.
  (byId("rejected").querySelector("li button") ?? byId("rejected-title")).focus();
}
