// What was forgotten, and what every place has confirmed.

import { get } from "./api.js";
import { byId, make } from "./element.js";
import { timed } from "./times.js";
import { count } from "./words.js";

const LOOK_EVERY_MS = 1000;
const WHAT = { day: "The day", notebook: "The notebook", entry: "The entry", everything: "Everything" };

/** Lists the receipts, and looks again as long as one is not complete. */
export async function showReceipts(told) {
  try {
    const { erasures = [] } = await get("erasures");
    byId("no-receipts").hidden = erasures.length > 0;
    const open = [...byId("receipts").querySelectorAll("details[open]")].map((each) => each.dataset.id);
    byId("receipts").replaceChildren(...erasures.map((each) => receipt(each, open)));
    if (erasures.some(({ state }) => state !== "done")) {
      setTimeout(() => showReceipts(told), LOOK_EVERY_MS);
    }
  } catch (problem) {
    told(problem);
  }
}

function receipt({ id, what, name, askedAt, state, waitsFor, places }, open) {
  const done = state === "done";
  const title = make("p", {}, make("strong", {}, WHAT[what], " ", make("bdi", {}, name)), done ? " is forgotten, asked for " : " is being forgotten, asked for ", timed(askedAt));
  const details = make("details", { open: open.includes(id) || !done }, make("summary", {}, `${count(places.length)} places have confirmed`), table(places), ...places.filter(({ left }) => left).map(({ store, left }) => make("p", { className: "quiet" }, `${store}: ${left}`)));
  details.dataset.id = id;
  return make("li", {}, title, waitsFor ? make("p", { className: "quiet" }, `It waits: ${waitsFor}`) : undefined, details);
}

function table(places) {
  const heads = ["Where", "What", "Removed", "Confirmed"].map((head) => make("th", { scope: "col" }, head));
  const rows = places.map(({ service, store, removed, confirmedAt }) =>
    make("tr", {}, make("td", {}, service), make("td", {}, store), make("td", { className: "number" }, count(removed)), make("td", {}, timed(confirmedAt))));
  return make("table", { className: "receipt" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}
