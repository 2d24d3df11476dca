// Every button has a letter. Letters count outside of fields; Escape leaves a field.

import { byId } from "./element.js";

const LETTERS = {
  j: "next", ArrowRight: "next", k: "previous", ArrowLeft: "previous",
  c: "confirm", s: "split", m: "merge", p: "private", x: "discard", u: "undo",
  e: "text", d: "date", w: "doubtful", "+": "larger", "=": "larger", "-": "smaller", r: "turn",
};
const BUTTONS = ["confirm", "next", "previous", "split", "merge", "private", "discard", "undo"];

/** `actions` are called by the names above. */
export function prepareKeys(actions) {
  BUTTONS.forEach((name) => byId(name).addEventListener("click", () => actions[name]()));
  document.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      actions.confirm();
      return;
    }
    if (isField(e.target)) {
      leave(e);
      return;
    }
    const name = LETTERS[e.key];
    if (name && !e.ctrlKey && !e.metaKey && !e.altKey && !scrolls(e)) {
      e.preventDefault();
      actions[name]();
    }
  });
}

const isField = (target) => target.matches("textarea, input:not([type=checkbox])");

// The arrows move the photo while it has the keyboard.
const scrolls = (e) => e.key.startsWith("Arrow") && e.target.id === "view";

function leave(e) {
  if (e.key === "Escape") {
    e.target.blur();
  }
}
