// Whether others may be asked for lyrics: off until its owner says otherwise.

import { get, put } from "./api.js";
import { byId, say } from "./element.js";

const box = byId("lyrics-others");

/** Shows the switch as it stands; `lost` is told what went wrong. */
export async function prepareLyrics(lost) {
  box.addEventListener("change", async () => {
    try {
      show(await put("plays/lyrics", { others: box.checked }));
      say(box.checked ? "Others may be asked for lyrics." : "Nobody is asked for lyrics.");
    } catch (problem) {
      box.checked = !box.checked;
      lost(problem);
    }
  });
  try {
    show(await get("plays/lyrics"));
  } catch (problem) {
    lost(problem);
  }
}

function show({ others = false, rule = "", folder = "" }) {
  box.checked = others;
  box.disabled = false;
  byId("lyrics-rule").textContent = rule;
  byId("lyrics-folder").textContent = `Your own .lrc and .txt files are read from ${folder} either way.`;
}
