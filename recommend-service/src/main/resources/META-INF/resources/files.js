// Files on their way in: dropped or chosen, sorted by what they are, sent one after another.

import { upload } from "./api.js";
import { byId, make, say, troubled } from "./element.js";
import { bringFile } from "./imports.js";
import { kindOf } from "./kinds.js";
import { many } from "./words.js";

let sending = Promise.resolve();
let underWay = 0;
let afterEach = () => {};

/** `looked` is called whenever something new has arrived at the server. */
export function prepareFiles(looked) {
  afterEach = looked;
  const chooser = byId("files");
  chooser.addEventListener("change", () => {
    take([...chooser.files]);
    // So that choosing the same file again counts as choosing.
    chooser.value = "";
  });
  window.addEventListener("beforeunload", (e) => underWay > 0 && e.preventDefault());
}

/** Takes files in; a second drop waits until the first has gone. */
export function take(files) {
  if (files.length === 0) {
    return;
  }
  say(`${many(files.length, "file")} taken.`);
  underWay++;
  sending = sending.then(() => sent(files)).finally(() => underWay--);
}

async function sent(files) {
  const kinds = await Promise.all(files.map(readableKind));
  const of = (kind) => files.filter((_, i) => kinds[i] === kind);
  for (const file of of("plays")) {
    await bringFile(file, afterEach);
  }
  if (of("pages").length > 0) {
    await sendPages(of("pages"));
  }
}

// A file that cannot be opened (a vanished one) is sent all the same: the sending says what is wrong.
const readableKind = (file) => kindOf(file).catch(() => "pages");

// One row for all pages of a drop, one call for each file: a bad file then harms no other.
async function sendPages(files) {
  const bar = make("progress", { max: files.length, value: 0, "aria-label": "Sending journal pages" });
  const state = make("p", { className: "state" });
  const refused = make("ul", { className: "refused" });
  byId("imports").prepend(make("li", { className: "import under-way" },
    make("p", { className: "name" }, many(files.length, "journal file")), state, bar, refused));
  const tally = { pages: 0, entries: 0, refused: 0 };
  for (const [i, file] of files.entries()) {
    state.textContent = `sending ${i + 1} of ${files.length}: ${file.name}`;
    await sendPage(file, tally, refused, (share) => (bar.value = i + share));
    afterEach();
  }
  finish(state, bar, tally);
}

async function sendPage(file, tally, list, onProgress) {
  try {
    const { pages = [], entries = [], refused = [] } = await upload("journal/pages", file, onProgress);
    const failed = pages.filter((page) => page.state === "failed");
    tally.pages += pages.length - failed.length;
    tally.entries += entries.length;
    [...refused, ...failed].forEach((each) => refuse(each.name, each.problem, tally, list));
  } catch (problem) {
    refuse(file.name, problem.message, tally, list);
  }
}

function refuse(name, why, tally, list) {
  tally.refused++;
  list.append(troubled(name, why ?? "could not be taken in."));
}

function finish(state, bar, tally) {
  const parts = [
    tally.pages > 0 && `${many(tally.pages, "page")} taken in`,
    tally.entries > 0 && many(tally.entries, "journal entry", "journal entries"),
    tally.refused > 0 && `${many(tally.refused, "file")} refused`,
  ].filter(Boolean);
  state.textContent = parts.join(", ") || "nothing taken in";
  bar.parentElement.classList.remove("under-way");
  bar.remove();
  say(state.textContent);
}
