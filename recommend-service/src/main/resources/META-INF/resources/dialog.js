// Dialogs that show something and are closed again: a title, a way out, and a place for what is shown.

import { make } from "./element.js";

/** Puts one on the page. Its title is `<id>-title`, what it shows goes into `content`. */
export function addDialog(id, content) {
  const title = `${id}-title`;
  const dialog = make("dialog", { id, "aria-labelledby": title },
    make("div", { className: "row" },
      make("h2", { id: title }),
      make("form", { method: "dialog" }, make("button", { className: "plain", autofocus: true }, "Close"))),
    make("div", { id: content, tabIndex: 0, role: "region", "aria-live": "polite", "aria-labelledby": title }));
  document.body.append(dialog);
  dialog.addEventListener("click", (e) => e.target === dialog && dialog.close());
  return dialog;
}
