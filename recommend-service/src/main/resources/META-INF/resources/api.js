// Calls to Chihiro's own API. Whatever goes wrong comes out as a Problem with a sentence to show.

const BASE = "api/v1/";
// A form on a foreign page cannot set this header, so the server knows that this page is calling.
const HEADERS = { "X-Chihiro-Page": "1", Accept: "application/json, image/jpeg" };
const UNREACHABLE = "Chihiro does not answer. “./chihiro status” in a terminal says whether it is running.";

/** What went wrong: `message` is the sentence to show, `status` is 0 when nobody answered. */
export class Problem extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

let lock = () => {};

/** Sets what happens when the server no longer knows this browser. */
export function whenLocked(action) {
  lock = action;
}

export const get = (path, signal) => json("GET", path, undefined, signal);
export const post = (path, body, signal) => json("POST", path, body, signal);
export const put = (path, body) => json("PUT", path, body);
export const remove = (path) => json("DELETE", path);

/** Exchanges a token for a session that this browser keeps. */
export async function begin(token) {
  const headers = { ...HEADERS, Authorization: `Bearer ${token}` };
  const response = await reach(`${BASE}session`, { method: "POST", headers });
  if (!response.ok) {
    throw problem(response.status, parsed(await response.text()));
  }
}

/** The upright photo of a page, as a blob. */
export async function photo(page) {
  const response = await send("GET", `journal/pages/${encodeURIComponent(page)}/image`);
  return response.blob();
}

/** Uploads one file; `onProgress` hears the share that has left, 0 to 1; `signal` calls it off. */
export function upload(path, file, onProgress, signal) {
  const form = new FormData();
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body has left.
    const request = new XMLHttpRequest();
    request.open("POST", BASE + path);
    Object.entries(HEADERS).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener("progress", (e) => e.lengthComputable && onProgress(e.loaded / e.total));
    request.addEventListener("error", () => reject(new Problem(0, UNREACHABLE)));
    request.addEventListener("abort", () => reject(new DOMException("called off", "AbortError")));
    signal?.addEventListener("abort", () => request.abort());
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status < 300) {
        resolve(body);
      } else {
        reject(problem(request.status, body));
      }
    });
    request.send(form);
  });
}

async function json(method, path, body, signal) {
  const response = await send(method, path, body, signal);
  return parsed(await response.text());
}

async function send(method, path, body, signal) {
  const response = await reach(BASE + path, {
    method,
    signal,
    headers: body === undefined ? HEADERS : { ...HEADERS, "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    throw problem(response.status, parsed(await response.text()));
  }
  return response;
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (failure) {
    // Our own cancelling is no failure to tell anybody.
    throw failure.name === "AbortError" ? failure : new Problem(0, UNREACHABLE);
  }
}

function problem(status, body) {
  if (status === 401) {
    lock();
  }
  return new Problem(status, body.detail ?? body.title ?? `Chihiro answered with ${status} and no reason.`);
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    // Empty answers (204) and a proxy's HTML alike: the status has to say it all.
    return {};
  }
}
