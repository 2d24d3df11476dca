// How many entries wait for their owner, and the way to them.

import { byId } from "./element.js";
import { many } from "./words.js";

export function showReview(number) {
  const section = byId("to-review");
  section.hidden = number === 0;
  section.querySelector("p").textContent = number === 0 ? "" :
    `${many(number, "entry", "entries")} ${number === 1 ? "has" : "have"} no date, or one that is doubtful. Without a date their songs cannot be found.`;
}
