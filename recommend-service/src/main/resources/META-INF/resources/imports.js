// Imports of plays: how far each has come, and the account that must balance.

import { get, Problem } from "./api.js";
import { byId, make, say } from "./element.js";
import { count, many, plainWords } from "./words.js";

const LOOK_EVERY_MS = 1000;
const OVER = new Set(["done", "failed"]);
const STATUS = { waiting: "waiting its turn", running: "being read", done: "done", failed: "failed" };

const rows = new Map();

/** Shows the imports of earlier days, and follows those that are still under way. */
export async function showEarlierImports() {
  const { imports = [] } = await get("plays/imports");
  imports.filter((each) => !OVER.has(each.status)).forEach((each) => followImport(each));
  const over = imports.filter((each) => OVER.has(each.status) && !rows.has(each.id));
  const earlier = byId("earlier");
  earlier.hidden = over.length === 0;
  earlier.querySelector("summary").textContent = many(over.length, "earlier import");
  earlier.querySelector("ul").replaceChildren(...over.map(finishedRow));
}

/** Follows one import to its end; `row` is where it is shown, if it already has a place. */
export async function followImport(started, row = importRow(started.file)) {
  rows.get(started.id)?.remove();
  rows.set(started.id, row);
  if (!row.isConnected) {
    byId("imports").prepend(row);
  }
  fill(row, started);
  try {
    await followToEnd(row, started);
  } catch (problem) {
    failImport(row, problem);
  }
}

/** Says in an import's place why it came to nothing. */
export function failImport(row, problem) {
  row.classList.remove("under-way");
  row.classList.add("bad");
  row.querySelector("progress")?.remove();
  row.querySelector(".state").textContent = problem.message;
  say(problem.message);
}

async function followToEnd(row, started) {
  let latest = started;
  // The same export sent twice is one import: the newer row goes on, the older stops.
  while (!OVER.has(latest.status) && rows.get(started.id) === row) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    latest = await lookedAt(row, latest);
  }
  say(`${latest.file ?? "The import"}: ${STATUS[latest.status] ?? latest.status}. ${latest.message ?? ""}`);
}

/** An empty place for the import of one file. */
export function importRow(file) {
  return make("li", { className: "import" },
    make("p", { className: "name" }, make("bdi", {}, file ?? "import")),
    make("p", { className: "state" }),
    make("progress", { max: 1, "aria-label": `Import of ${file ?? "a file"}` }));
}

async function lookedAt(row, latest) {
  try {
    const now = await get(`plays/imports/${encodeURIComponent(latest.id)}`);
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

function accountOf({ rows: all = 0, stored = 0, dropped = {}, waiting = 0 }, open) {
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
      line("rows", all))));
}

const line = (what, number) =>
  make("tr", {}, make("th", { scope: "row" }, what), make("td", {}, count(number)));
