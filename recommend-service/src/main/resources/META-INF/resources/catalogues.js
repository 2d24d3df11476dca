// Catalogues of songs on their way in, one after another.

import { byId } from "./element.js";
import { bringFile, CATALOGUES, showEarlierImports } from "./imports.js";

let sending = Promise.resolve();
let underWay = 0;

/** Takes files from their chooser and shows what came before; `told` hears what went wrong. */
export async function prepareCatalogues(told) {
  const chooser = byId("catalogue-files");
  chooser.addEventListener("change", () => {
    [...chooser.files].forEach(take);
    // So that choosing the same file again counts as choosing.
    chooser.value = "";
  });
  window.addEventListener("beforeunload", (e) => underWay > 0 && e.preventDefault());
  try {
    await showEarlierImports(CATALOGUES);
  } catch (problem) {
    told(problem);
  }
}

function take(file) {
  underWay++;
  sending = sending.then(() => bringFile(file, undefined, CATALOGUES)).finally(() => underWay--);
}
