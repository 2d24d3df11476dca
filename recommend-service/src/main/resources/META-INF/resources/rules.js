// What counts as listening: all history follows what is saved here, and nothing has to be imported again.

import { get, put } from "./api.js";
import { byId } from "./element.js";

const form = byId("rules");
const fields = form.querySelector("fieldset");
let shown = {};
let own = {};

/** Shows the rules as they hold; `lost` is told what went wrong, or "" once it is right again. */
export async function prepareRules(lost) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      show(await put("plays/rules", { ...own, ...changed() }));
      byId("rules-saved").textContent = "Saved; your days follow within seconds.";
      lost("");
    } catch (problem) {
      lost(problem);
    }
  });
  form.addEventListener("input", () => {
    byId("rules-saved").textContent = "";
  });
  try {
    show(await get("plays/rules"));
  } catch (problem) {
    lost(problem);
  }
}

function show(rules) {
  shown = { ...rules, dayEndsAt: rules.dayEndsAt.slice(0, "hh:mm".length) };
  own = rules.own ?? {};
  for (const input of inputs()) {
    if (input.type === "checkbox") {
      input.checked = shown[input.name];
    } else {
      input.value = shown[input.name];
    }
  }
  byId("api-plays-rule").textContent = rules.apiPlaysRule;
  fields.disabled = false;
}

// What stays as it was shown is left to the installation.
function changed() {
  const told = inputs().map((input) => [input.name, valueOf(input)]);
  return Object.fromEntries(told.filter(([name, value]) => value !== shown[name]));
}

function valueOf(input) {
  if (input.type === "checkbox") {
    return input.checked;
  }
  return input.type === "number" ? input.valueAsNumber : input.value.trim();
}

const inputs = () => [...form.querySelectorAll("input")];
