import { refusals } from "./refusals.ts";

/** GeoJSON's deepest coordinates lie 8 deep in a body of ours; what is much deeper is no such body. */
export const MAX_DEPTH = 32;

const OPENING = new Set(["{".charCodeAt(0), "[".charCodeAt(0)]);
const CLOSING = new Set(["}".charCodeAt(0), "]".charCodeAt(0)]);
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = "\\".charCodeAt(0);
/** How a NUL or half of a surrogate pair can be written; neither is text to PostgreSQL. */
const SUSPICIOUS_ESCAPE = /\\u(0000|d[89a-f])/i;

/** @throws Problem unreadable-request for what is no JSON, nests too deep or holds what is no text */
export function checkJson(bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  // Before parsing: everything that walks a value afterwards may do so by recursion.
  if (depthOf(bytes) > MAX_DEPTH) {
    throw refusals.unreadable(`The body nests deeper than ${MAX_DEPTH} levels.`);
  }
  const text = decode(bytes);
  const value = parse(text);
  if (SUSPICIOUS_ESCAPE.test(text) && !holdsOnlyText(value)) {
    throw refusals.unreadable("The body holds characters that are no text.");
  }
}

function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isInString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth);
    else if (CLOSING.has(byte)) depth--;
  }
  return deepest;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refusals.unreadable("The body is not UTF-8 text.");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.unreadable("The body is not JSON.");
  }
}

function holdsOnlyText(value: unknown): boolean {
  if (typeof value === "string") return isText(value);
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([key, part]) => isText(key) && holdsOnlyText(part));
}

function isText(text: string): boolean {
  // A half of a pair is the only thing that `u` sees as a surrogate.
  return !/[\0\p{Cs}]/u.test(text);
}
