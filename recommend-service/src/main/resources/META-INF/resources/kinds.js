// What a file is, by its first bytes: names lie, and exports change theirs.

const HEAD_BYTES = 4096;

/** "plays" for exports, "pages" for everything a journal can be, and for what only the server can judge. */
export async function kindOf(file) {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return kindOfHead(head, file.name);
}

export function kindOfHead(head, name) {
  if (isZip(head) || isJsonHistory(head) || name.toLowerCase().endsWith(".csv")) {
    return "plays";
  }
  return "pages";
}

// "PK" and then a file's header (3, 4) or, in an empty archive, the end record (5, 6).
const isZip = (head) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

// A text journal in JSON Lines also begins with "{", but each of its lines has a "text".
function isJsonHistory(head) {
  const start = new TextDecoder().decode(head).trimStart();
  return /^(\[\s*(\{|\]|$)|\{)/.test(start) && !/^\{[^\n]*"text"\s*:/.test(start);
}
