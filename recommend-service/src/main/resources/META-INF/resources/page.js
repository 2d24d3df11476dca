// Puts the page together: ask, bring files, watch what waits.

import { whenLocked } from "./api.js";
import { greet, prepareAsking } from "./ask.js";
import { prepareDay } from "./day.js";
import { prepareDropping } from "./drop.js";
import { byId } from "./element.js";
import { showFeedback } from "./feedback.js";
import { prepareFiles, take } from "./files.js";
import { showEarlierImports } from "./imports.js";
import { offerModels } from "./models.js";
import { prepareSession, showWho } from "./session.js";
import { lookNow, watchProgress } from "./waiting.js";
import { showReview } from "./waits.js";

const main = document.querySelector("main");
let importsShown = false;

function lockPage() {
  byId("locked").hidden = false;
  main.hidden = true;
}

function unlockPage() {
  byId("locked").hidden = true;
  main.hidden = false;
}

function notify(sentence) {
  const notice = byId("notice");
  notice.hidden = sentence === "";
  // The same words again would be read aloud again.
  if (notice.textContent !== sentence) {
    notice.textContent = sentence;
  }
}

async function heard({ counts = {} }) {
  unlockPage();
  notify("");
  greet(counts.moments ?? 0);
  await offerModels();
  showReview(counts.toReview ?? 0);
  if (!importsShown) {
    await showWho();
    await showEarlierImports();
    await showFeedback();
    importsShown = true;
  }
}

function lost(problem) {
  notify(problem.status === 401 ? "" : problem.message);
}

whenLocked(lockPage);
prepareAsking();
prepareDay();
// What was shown belongs to whoever was here before.
prepareSession(() => location.reload(), lost);
prepareFiles(lookNow);
prepareDropping((files) => !main.hidden && take(files));
byId("look-again").addEventListener("click", lookNow);
// Whoever comes back from the terminal or another tab wants the present state at once.
document.addEventListener("visibilitychange", () => !document.hidden && lookNow());
watchProgress(heard, lost);
