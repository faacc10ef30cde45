import { findJsonError } from "./jsonErrors.ts";
import { ImportProblem } from "./problems.ts";

/** How much of the line is quoted on either side of an error, characters. */
const NEAR_CHARACTERS = 20;
const LINE_BREAK = /\r\n|\n|\r/g;
/** RFC 8142 sets this before each text of a sequence; others use a line each without it. */
const RECORD_SEPARATOR = "\u001e";
const LEADING_SPACE = new RegExp(`^[\\s${RECORD_SEPARATOR}]*`);

/**
 * The JSON texts of a file: one, or one a line (newline-delimited GeoJSON, RFC 8142).
 * Throws `not-json` with the place of the first error in the file.
 */
export function parseJsonTexts(text: string): unknown[] {
  const parsed = parse(text, 0, text);
  if ("value" in parsed) return [parsed.value];
  const lines = splitLines(text).filter((line) => line.text !== "");
  const [first, second] = lines;
  const isSequence = second && first && "value" in parse(first.text, first.start, text);
  if (!isSequence && !text.startsWith(RECORD_SEPARATOR)) throw parsed.problem;
  return lines.map((line) => {
    const value = parse(line.text, line.start, text);
    if ("value" in value) return value.value;
    throw value.problem;
  });
}

type Parsed = { value: unknown } | { problem: ImportProblem };

function parse(text: string, start: number, whole: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const offset = findJsonError(text);
    // Valid, but nested deeper than this engine's own parser can follow.
    if (offset === null) {
      return { problem: new ImportProblem({ kind: "not-geojson", found: "nesting" }) };
    }
    return { problem: new ImportProblem({ kind: "not-json", ...place(whole, start + offset) }) };
  }
}

/**
 * Lines without surrounding white space and record separators; `start` is the offset of what is
 * left.
 */
function splitLines(text: string): { text: string; start: number }[] {
  let start = 0;
  const lines: { text: string; start: number }[] = [];
  const add = (end: number) => {
    const line = text.slice(start, end);
    const indent = LEADING_SPACE.exec(line)?.[0].length ?? 0;
    lines.push({ text: line.slice(indent).trimEnd(), start: start + indent });
  };
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    add(lineBreak.index);
    start = lineBreak.index + lineBreak[0].length;
  }
  add(text.length);
  return lines;
}

function place(text: string, offset: number): { line: number; column: number; near: string } {
  let line = 1;
  let start = 0;
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    const next = lineBreak.index + lineBreak[0].length;
    if (next > offset) break;
    line += 1;
    start = next;
  }
  const rest = text.slice(offset, offset + NEAR_CHARACTERS).split(LINE_BREAK)[0] ?? "";
  const before = text.slice(Math.max(start, offset - NEAR_CHARACTERS), offset);
  return { line, column: offset - start + 1, near: before + rest };
}
