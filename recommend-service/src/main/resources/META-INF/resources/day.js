// The dialog that shows what was written on a day: the photo of the page, or the text itself.

import { get, photo } from "./api.js";
import { addDialog } from "./dialog.js";
import { byId, make } from "./element.js";
import { longDay } from "./words.js";

const dialog = addDialog("day", "day-pages");
const pages = byId("day-pages");
let addresses = [];
let shown = 0;

export function prepareDay() {
  dialog.addEventListener("close", forget);
}

/** Shows every entry of one date. */
export function showDay(date) {
  return show(longDay(date), async () => {
    const day = encodeURIComponent(date);
    const { entries = [] } = await get(`journal/entries?from=${day}&to=${day}`);
    return entries;
  });
}

async function show(title, entriesOf) {
  const mine = ++shown;
  byId("day-title").textContent = title;
  pages.replaceChildren(make("p", { className: "quiet" }, "Turning to the page …"));
  dialog.showModal();
  const found = await written(entriesOf);
  // Closed or turned to another day in the meantime: this answer belongs to nobody.
  if (mine === shown && dialog.open) {
    pages.replaceChildren(...found);
  }
}

async function written(entriesOf) {
  try {
    const entries = await entriesOf();
    const figures = await Promise.all(entries.map(figure));
    return figures.length > 0 ? figures : [make("p", {}, "Nothing is written on this day any more.")];
  } catch (problem) {
    return [make("p", { className: "bad" }, problem.message)];
  }
}

async function figure(entry) {
  const text = make("p", { className: "written", dir: "auto" }, entry.text);
  const image = entry.page ? await picture(entry.page) : undefined;
  if (!image) {
    return text;
  }
  const read = make("details", {}, make("summary", {}, "What was read from it"), text);
  return make("figure", {}, image, make("figcaption", {}, read));
}

async function picture(page) {
  try {
    const address = URL.createObjectURL(await photo(page));
    addresses.push(address);
    const image = make("img", { src: address, alt: "Photo of the journal page; its text follows" });
    await image.decode();
    return image;
  } catch {
    // The page is a text file, or its photo is gone: the text is shown instead.
    return undefined;
  }
}

function forget() {
  shown++;
  addresses.forEach(URL.revokeObjectURL);
  addresses = [];
  pages.replaceChildren();
}
