// The whole window is the place to drop files and folders on.

import { byId } from "./element.js";

const carriesFiles = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");

/** `take` receives every file that was dropped, also those inside folders. */
export function prepareDropping(take) {
  const veil = byId("drop");
  window.addEventListener("dragover", (e) => {
    if (carriesFiles(e)) {
      e.preventDefault();
      veil.hidden = false;
    }
  });
  window.addEventListener("dragleave", (e) => {
    // Without a next element the pointer has left the window, not just one part of it.
    veil.hidden ||= e.relatedTarget === null;
  });
  window.addEventListener("drop", async (e) => {
    if (carriesFiles(e)) {
      e.preventDefault();
      veil.hidden = true;
      take(await dropped(e.dataTransfer));
    }
  });
}

// Everything is asked of the transfer before the first await: afterwards it is empty.
async function dropped(transfer) {
  const files = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) {
    return files;
  }
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry) {
  if (entry.name.startsWith(".")) {
    return [];
  }
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  }
  return (await Promise.all((await children(entry)).map(filesIn))).flat();
}

async function children(folder) {
  const reader = folder.createReader();
  const found = [];
  // A reader gives its children in portions, and an empty one at the end.
  for (let portion = await next(reader); portion.length > 0; portion = await next(reader)) {
    found.push(...portion);
  }
  return found;
}

const next = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
