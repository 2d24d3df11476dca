// Another engine reads the page; what would change is shown before anything does.

import { get, post } from "./api.js";
import { button, byId, make } from "./element.js";

const KINDS = { same: "span", gone: "del", new: "ins" };

let engines = [];
let page;
let take = () => {};

/** `taken` gets a function that puts the new reading in place. */
export async function prepareReread(taken) {
  take = taken;
  try {
    ({ engines = [] } = await get("journal/rereadings"));
  } catch {
    engines = [];
  }
}

export function showReread(entry) {
  page = entry.page;
  byId("reread").hidden = !page || engines.length === 0;
  byId("reread").open = false;
  byId("difference").replaceChildren();
  byId("engines").replaceChildren(...engines.map((engine) => button(engine, () => read(engine))));
}

async function read(engine) {
  const asked = page;
  show(make("p", { className: "quiet" }, `${engine} reads the page …`));
  try {
    const { runs = [] } = await post(address(asked), { engine });
    if (asked === page) {
      show(...outcome(engine, runs));
    }
  } catch (problem) {
    show(make("p", { className: "bad" }, problem.message));
  }
}

function outcome(engine, runs) {
  if (runs.every(({ kind }) => kind === "same")) {
    return [make("p", { className: "quiet" }, `${engine} reads the very same.`)];
  }
  return [
    make("p", {}, ...runs.map(({ kind, text }) => make(KINDS[kind] ?? "span", {}, kind === "gone" ? text.trimEnd() : text))),
    button(`Take what ${engine} reads`, () => take(async () => {
      await post(`${address(page)}/take`, { engine });
      return `Taken from ${engine}.`;
    })),
  ];
}

const address = (of) => `journal/rereadings/${encodeURIComponent(of)}`;

const show = (...nodes) => byId("difference").replaceChildren(...nodes);
