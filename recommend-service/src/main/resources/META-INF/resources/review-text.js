// The text of an entry with its doubtful words marked. The marks lie under the field, which
// itself can hold nothing but text.

import { byId, make } from "./element.js";
import { many } from "./words.js";

const field = byId("text");
const marks = byId("marks");
const jump = byId("next-doubtful");
let spans = [];
let drawn = "";

/** `changed` is called with every keystroke. */
export function prepareText(changed) {
  field.addEventListener("input", () => {
    moveMarks(drawn, field.value);
    draw();
    changed();
  });
  jump.addEventListener("click", nextDoubtful);
}

export function showText(text, doubtful) {
  field.value = text;
  spans = doubtful.map(({ from, to }) => ({ from, to }));
  field.setSelectionRange(0, 0);
  draw();
}

export const text = () => field.value;

/** The text before and behind the cursor, if there is some on both sides. */
export function pieces() {
  const at = field.selectionStart;
  const parts = [field.value.slice(0, at).trim(), field.value.slice(at).trim()];
  return parts.every((part) => part !== "") ? parts : undefined;
}

export function editText() {
  field.focus();
}

/** Selects the next doubtful word behind the cursor, or the first. */
export function nextDoubtful() {
  const next = spans.find(({ from }) => from > field.selectionStart) ?? spans[0];
  field.focus();
  if (next) {
    field.setSelectionRange(next.from, next.to);
  }
}

// A mark stays as long as its word is not touched.
function moveMarks(before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail++;
  }
  const shift = after.length - before.length;
  spans = spans.flatMap(({ from, to }) => {
    if (to <= head) {
      return [{ from, to }];
    }
    return from >= before.length - tail ? [{ from: from + shift, to: to + shift }] : [];
  });
}

function draw() {
  drawn = field.value;
  const nodes = [];
  let at = 0;
  for (const { from, to } of spans) {
    nodes.push(drawn.slice(at, from), make("mark", {}, drawn.slice(from, to)));
    at = to;
  }
  // A line break at the very end has no height of its own.
  marks.replaceChildren(...nodes, drawn.slice(at) + "\n");
  jump.hidden = spans.length === 0;
  jump.textContent = `${many(spans.length, "doubtful word")}: look at the next`;
  fit();
}

// Browsers that know field-sizing need no help.
function fit() {
  if (!CSS.supports("field-sizing", "content")) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}
