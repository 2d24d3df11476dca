// The photo of a page: larger, smaller, turned, dragged about.

import { photo } from "./api.js";
import { byId } from "./element.js";

const STEP = 1.25;
const LARGEST = 6;

const view = byId("view");
const sheet = byId("sheet");
let shown = "";
let picture;
let zoom = 1;
let quarters = 0;
let turned = new Map();

export function preparePhoto() {
  byId("larger").addEventListener("click", () => scale(STEP));
  byId("smaller").addEventListener("click", () => scale(1 / STEP));
  byId("turn").addEventListener("click", turn);
  view.addEventListener("wheel", (e) => e.ctrlKey && wheel(e), { passive: false });
  view.addEventListener("pointerdown", drag);
}

/** Shows the photo of a page; entries of one page share it as it stands. */
export async function showPhoto(page, name) {
  byId("place").textContent = name ?? "";
  if (page === shown) {
    return;
  }
  shown = page;
  picture = undefined;
  zoom = 1;
  quarters = turned.get(page) ?? 0;
  tell(page ? "Turning to the page …" : "This entry has no photo.");
  if (page) {
    await load(page);
  }
}

async function load(page) {
  try {
    const bitmap = await createImageBitmap(await photo(page));
    if (page === shown) {
      picture = bitmap;
      tell("");
      draw();
    }
  } catch {
    if (page === shown) {
      tell("The photo cannot be shown: it is gone, or it is not a photo.");
    }
  }
}

export const larger = () => scale(STEP);
export const smaller = () => scale(1 / STEP);

export function turn() {
  quarters = (quarters + 1) % 4;
  turned.set(shown, quarters);
  draw();
}

function tell(sentence) {
  const empty = byId("no-photo");
  empty.hidden = sentence === "";
  empty.textContent = sentence;
  sheet.hidden = sentence !== "";
}

function draw() {
  if (!picture) {
    return;
  }
  const lying = quarters % 2 === 1;
  sheet.width = lying ? picture.height : picture.width;
  sheet.height = lying ? picture.width : picture.height;
  const brush = sheet.getContext("2d");
  brush.translate(sheet.width / 2, sheet.height / 2);
  brush.rotate((quarters * Math.PI) / 2);
  brush.drawImage(picture, -picture.width / 2, -picture.height / 2);
  size();
}

const size = () => (sheet.style.width = `${zoom * 100}%`);

// What stands in the middle stays there.
function scale(factor) {
  const before = zoom;
  zoom = Math.min(LARGEST, Math.max(0.5, zoom * factor));
  const [x, y] = [view.scrollLeft + view.clientWidth / 2, view.scrollTop + view.clientHeight / 2];
  size();
  view.scrollLeft = (x * zoom) / before - view.clientWidth / 2;
  view.scrollTop = (y * zoom) / before - view.clientHeight / 2;
}

function wheel(e) {
  e.preventDefault();
  scale(e.deltaY < 0 ? STEP : 1 / STEP);
}

function drag(start) {
  if (start.pointerType !== "mouse" || start.button !== 0) {
    return;
  }
  const [left, top] = [view.scrollLeft, view.scrollTop];
  const move = (e) => view.scrollTo(left - (e.clientX - start.clientX), top - (e.clientY - start.clientY));
  const end = () => {
    view.removeEventListener("pointermove", move);
    view.classList.remove("dragged");
  };
  view.setPointerCapture(start.pointerId);
  view.classList.add("dragged");
  view.addEventListener("pointermove", move);
  view.addEventListener("pointerup", end, { once: true });
  view.addEventListener("pointercancel", end, { once: true });
}
