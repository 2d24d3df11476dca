// Which words of the mood carried a song: LIME's weights as bars, for and against.

import { make } from "./element.js";

const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3, signDisplay: "exceptZero" });
const SHARE = new Intl.NumberFormat("en-GB", { style: "percent" });

/** The words of one song, if they were weighed. */
export function wordsView({ words, wordsFit, title }) {
  if (!words) {
    return undefined;
  }
  const heaviest = Math.max(...words.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE);
  return make("details", { className: "weighed", open: true },
    make("summary", {}, "Which words brought it", make("span", { className: "unseen" }, `: ${title}`)),
    make("ul", {}, ...words.map((word) => bar(word, heaviest))),
    make("p", { className: "quiet" },
      `Together they tell ${SHARE.format(wordsFit ?? 0)} of how this song’s score changes near your words.`));
}

function bar({ word, weight, change }, heaviest) {
  const filled = make("span");
  filled.style.width = `${Math.round((Math.abs(weight) / heaviest) * 100)}%`;
  const effect = weight < 0 ? "speaks against it" : "speaks for it";
  const label = `${effect}: ${NUMBER.format(weight)}; alone left out: ${NUMBER.format(-change)}`;
  return make("li", { className: weight < 0 ? "against" : "for", title: label },
    make("bdi", {}, word),
    make("span", { className: "weight", role: "img", "aria-label": label }, filled));
}
