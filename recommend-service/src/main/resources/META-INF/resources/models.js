// The quiet choice of who answers.

import { get } from "./api.js";
import { byId, make } from "./element.js";

const SPOKEN = {
  base: "as it came",
  sbert: "tuned on your days",
  vae: "condensed",
  "triplet-encoder": "pulled together by songs",
  tfidf: "by the words alone",
  "era-prior": "once loved, long unheard",
  "most-played": "played most",
  random: "by chance",
};

const choice = byId("model");
let known = "";

/** The chosen model's name; undefined for whichever serves. */
export const chosenModel = () => choice.value || undefined;

/** Offers the models that can be asked; quietly nothing while that cannot be told. */
export async function offerModels() {
  try {
    const { models = [] } = await get("recommendations/models");
    const names = models.map(({ model, serving }) => model + serving).join();
    if (names !== known) {
      known = names;
      offer(models);
    }
  } catch {
    // Whichever serves answers.
  }
}

function offer(models) {
  const before = choice.value;
  const serving = models.find((each) => each.serving)?.model;
  choice.replaceChildren(
    make("option", { value: "" }, serving ? `the best so far (${serving})` : "the best so far"),
    ...models.map(({ model }) => make("option", { value: model }, named(model))));
  choice.value = models.some(({ model }) => model === before) ? before : "";
  byId("model-choice").hidden = models.length < 2;
}

const named = (model) => (SPOKEN[model] ? `${model}: ${SPOKEN[model]}` : model);
