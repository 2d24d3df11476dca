// Imports of plays and of catalogues: how far each has come, and the account that must balance.

import { get, Problem, upload } from "./api.js";
import { byId, make, say } from "./element.js";
import { count, many, plainWords } from "./words.js";

const LOOK_EVERY_MS = 1000;
const OVER = new Set(["done", "failed"]);
const STATUS = { waiting: "waiting its turn", running: "being read", done: "done", failed: "failed" };

/** What is imported: where it is sent, and where its imports and the earlier ones are shown. */
export const PLAYS = { path: "plays/imports", under: "imports", earlier: "earlier" };
export const CATALOGUES = { path: "songs/imports", under: "catalogues", earlier: "earlier-catalogues" };

const rows = new Map();

/** Sends one file and follows its import to its end; `taken` hears when it has arrived. */
export async function bringFile(file, taken = () => {}, kind = PLAYS) {
  const row = importRow(file.name);
  byId(kind.under).prepend(row);
  const [state, bar] = [row.querySelector(".state"), row.querySelector("progress")];
  state.textContent = "on its way";
  try {
    const answer = await upload(kind.path, file, (share) => (bar.value = share));
    const [first, ...others] = answer.imports ?? [answer];
    followImport({ file: file.name, ...first }, kind, row);
    others.forEach((other) => followImport(other, kind));
    taken();
  } catch (problem) {
    failImport(row, problem);
  }
}

/** Shows the imports of earlier days, and follows those that are still under way. */
export async function showEarlierImports(kind = PLAYS) {
  const { imports = [] } = await get(kind.path);
  imports.filter((each) => !OVER.has(each.status)).forEach((each) => followImport(each, kind));
  const over = imports.filter((each) => OVER.has(each.status) && !rows.has(each.id));
  const earlier = byId(kind.earlier);
  earlier.hidden = over.length === 0;
  earlier.querySelector("summary").textContent = many(over.length, "earlier import");
  earlier.querySelector("ul").replaceChildren(...over.map(finishedRow));
}

async function followImport(started, kind, row = importRow(started.file)) {
  rows.get(started.id)?.remove();
  rows.set(started.id, row);
  if (!row.isConnected) {
    byId(kind.under).prepend(row);
  }
  fill(row, started);
  try {
    await followToEnd(row, started, kind);
  } catch (problem) {
    failImport(row, problem);
  }
}

// Says in an import's place why it came to nothing.
function failImport(row, problem) {
  row.classList.remove("under-way");
  row.classList.add("bad");
  row.querySelector("progress")?.remove();
  row.querySelector(".state").textContent = problem.message;
  say(problem.message);
}

async function followToEnd(row, started, kind) {
  let latest = started;
  // The same export sent twice is one import: the newer row goes on, the older stops.
  while (!OVER.has(latest.status) && rows.get(started.id) === row) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    latest = await lookedAt(row, latest, kind);
  }
  say(`${latest.file ?? "The import"}: ${STATUS[latest.status] ?? latest.status}. ${latest.message ?? ""}`);
}

// An empty place for the import of one file.
function importRow(file) {
  return make("li", { className: "import" },
    make("p", { className: "name" }, make("bdi", {}, file ?? "import")),
    make("p", { className: "state" }),
    make("progress", { max: 1, "aria-label": `Import of ${file ?? "a file"}` }));
}

async function lookedAt(row, latest, kind) {
  try {
    const now = await get(`${kind.path}/${encodeURIComponent(latest.id)}`);
    fill(row, now);
    return now;
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 404) {
      throw problem;
    }
    // A service that restarts comes back, and the import goes on where it was.
    row.querySelector(".state").textContent = problem.message;
    return latest;
  }
}

function finishedRow(each) {
  const row = importRow(each.file);
  fill(row, each);
  return row;
}

function fill(row, now) {
  const over = OVER.has(now.status);
  row.classList.toggle("bad", now.status === "failed");
  row.classList.toggle("under-way", !over);
  row.querySelector(".state").textContent =
    over && now.message ? now.message : [STATUS[now.status] ?? now.status, now.message].filter(Boolean).join(": ");
  if (over) {
    row.querySelector("progress")?.remove();
  } else {
    showShare(row.querySelector("progress"), now);
  }
  showAccount(row, now);
}

function showShare(bar, { rows: all = 0, waiting = 0 }) {
  if (all > 0) {
    bar.value = (all - waiting) / all;
  } else {
    bar.removeAttribute("value");
  }
}

function showAccount(row, now) {
  const account = now.account ?? now;
  // Without a row there is nothing to balance.
  if (!account.rows) {
    return;
  }
  const open = row.querySelector(".account")?.open ?? false;
  row.querySelector(".account")?.remove();
  row.append(accountOf(account, open));
}

function accountOf({ rows: all = 0, stored = 0, dropped = {}, waiting = 0, lyrics, problems = [] }, open) {
  const droppedTotal = Object.values(dropped).reduce((sum, number) => sum + number, 0);
  const missing = all - stored - droppedTotal - waiting;
  const parts = [`${count(stored)} stored`, `${count(droppedTotal)} dropped`];
  if (waiting > 0) {
    parts.push(`${count(waiting)} waiting`);
  }
  return make("details", { className: "account", open },
    make("summary", {}, `${many(all, "row")} = ${parts.join(" + ")}`),
    make("table", {}, make("tbody", {},
      line("stored", stored),
      ...Object.entries(dropped).sort((a, b) => b[1] - a[1]).map(([why, number]) => line(`dropped: ${plainWords(why)}`, number)),
      line("waiting", waiting),
      missing !== 0 ? line("not accounted for", missing) : undefined,
      line("rows", all))),
    ...(lyrics?.found > 0 ? [lyricsOf(lyrics)] : []),
    problems.length > 0 ? make("ul", { className: "refused" }, ...problems.map(problemOf)) : undefined);
}

const lyricsOf = ({ found, kept, leftOut = {} }) =>
  make("table", {}, make("caption", {}, "Lyrics"), make("tbody", {},
    line("kept", kept),
    ...Object.entries(leftOut).map(([why, number]) => line(`left out: ${plainWords(why)}`, number)),
    line("found", found)));

const problemOf = ({ file, row, line: at, problem }) =>
  make("li", {}, make("bdi", {}, file), ` row ${count(row)}, line ${count(at)}: ${problem}`);

const line = (what, number) =>
  make("tr", {}, make("th", { scope: "row" }, what), make("td", {}, count(number)));
