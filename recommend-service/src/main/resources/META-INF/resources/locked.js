// What stands in a page's place while the server does not know this browser.

import { whenLocked } from "./api.js";
import { byId, make } from "./element.js";

/** Prepares it; of the page, `parts` are hidden then. */
export function prepareLocked(...parts) {
  whenLocked(() => {
    byId("locked")?.remove();
    document.querySelector("header").after(locked());
    parts.forEach((part) => (part.hidden = true));
  });
}

/** The server knows this browser again. */
export function unlock(...parts) {
  byId("locked")?.remove();
  parts.forEach((part) => (part.hidden = false));
}

const locked = () => make("section", { id: "locked" },
  make("h2", {}, "This page does not know you yet"),
  make("p", {}, "In a terminal, in Chihiro’s folder, run ", make("code", {}, "./chihiro status"),
    " and open the link it prints; then come back here."),
  make("p", {}, "With a token of your own, ", make("a", { href: "./" }, "come in on the first page"), "."));
