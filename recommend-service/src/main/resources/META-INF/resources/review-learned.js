// What the corrections have taught: names that engines get wrong, and how well engines read.

import { get, post } from "./api.js";
import { button, byId, make } from "./element.js";
import { count } from "./words.js";

export async function showLearned() {
  try {
    const [{ offered = [] }, { rates = [] }] = await Promise.all([
      get("journal/review/names"), get("journal/review/engines")]);
    showNames(offered);
    showRates(rates);
    byId("learned").hidden = offered.length === 0 && rates.length === 0;
  } catch {
    // Nobody waits for it; the next step asks again.
    byId("learned").hidden = true;
  }
}

function showNames(names) {
  byId("names").hidden = names.length === 0;
  byId("names").querySelector("ul").replaceChildren(...names.map((name) =>
    make("li", {}, button(`Tell engines “${name}”`, () => add(name)))));
}

async function add(name) {
  const { offered = [] } = await post("journal/review/names", { name });
  showNames(offered);
}

function showRates(rates) {
  byId("rates").hidden = rates.length === 0;
  byId("rates").querySelector("tbody").replaceChildren(...rates.map((rate) =>
    make("tr", {},
      make("td", {}, rate.notebook || "journal"), make("td", {}, rate.engine),
      make("td", {}, count(rate.entries)),
      make("td", {}, `${(rate.characterErrorRate * 100).toFixed(1)} %`))));
}
