/**
 * Offset of the first character that cannot continue a JSON text (RFC 8259), or the text's length
 * where it stops too early; null where the text is valid. Engines word and place their own errors
 * differently, so this does not ask them. Nesting is kept on a list, not on the call stack: its
 * depth does not matter.
 */
export function findJsonError(text: string): number | null {
  const closers: string[] = [];
  let expected: Expected = "value";
  for (let at = skipSpace(text, 0); ; at = skipSpace(text, at)) {
    const character = text[at];
    if (expected === "next" && closers.length === 0) return character === undefined ? null : at;
    if (character === undefined) return at;
    const mayClose = expected === "next" || expected === "first key" || expected === "first value";
    if (mayClose && character === closers.at(-1)) {
      closers.pop();
      expected = "next";
      at += 1;
    } else if (expected === "next" || expected === "colon") {
      if (character !== (expected === "next" ? "," : ":")) return at;
      expected = expected === "next" && closers.at(-1) === "}" ? "key" : "value";
      at += 1;
    } else if (isValue(expected) && (character === "{" || character === "[")) {
      closers.push(character === "{" ? "}" : "]");
      expected = character === "{" ? "first key" : "first value";
      at += 1;
    } else {
      if (!isValue(expected) && character !== '"') return at;
      const token = scanScalar(text, at);
      if (token.isBroken) return token.end;
      expected = isValue(expected) ? "next" : "colon";
      at = token.end;
    }
  }
}

/** What may stand at a place; `next` is a comma or the closing bracket. */
type Expected = "value" | "first value" | "key" | "first key" | "colon" | "next";

function isValue(expected: Expected): boolean {
  return expected === "value" || expected === "first value";
}

/** `end` is the offset behind the token, or of the first wrong character where it is broken. */
interface Token {
  end: number;
  isBroken: boolean;
}

function scanScalar(text: string, start: number): Token {
  const character = text[start];
  if (character === '"') return scanString(text, start);
  if (character === "t") return scanWord(text, start, "true");
  if (character === "f") return scanWord(text, start, "false");
  if (character === "n") return scanWord(text, start, "null");
  return scanNumber(text, start);
}

function scanWord(text: string, start: number, word: string): Token {
  for (let index = 0; index < word.length; index++) {
    if (text[start + index] !== word[index]) return { end: start + index, isBroken: true };
  }
  return { end: start + word.length, isBroken: false };
}

function scanString(text: string, start: number): Token {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { end: at + 1, isBroken: false };
    if (code < 0x20) return { end: at, isBroken: true };
    if (code !== 0x5c) continue;
    at += 1;
    const escaped = text[at];
    if (escaped === undefined || !'"\\/bfnrtu'.includes(escaped))
      return { end: at, isBroken: true };
    if (escaped !== "u") continue;
    for (let digit = 0; digit < 4; digit++) {
      at += 1;
      if (!/[0-9a-fA-F]/.test(text[at] ?? "")) return { end: at, isBroken: true };
    }
  }
  return { end: text.length, isBroken: true };
}

function scanNumber(text: string, start: number): Token {
  let at = text[start] === "-" ? start + 1 : start;
  const whole = at;
  at = text[at] === "0" ? at + 1 : skipDigits(text, at);
  if (at === whole) return { end: at, isBroken: true };
  if (text[at] === ".") {
    const fraction = at + 1;
    at = skipDigits(text, fraction);
    if (at === fraction) return { end: at, isBroken: true };
  }
  if (text[at] === "e" || text[at] === "E") {
    const sign = text[at + 1];
    const exponent = at + (sign === "+" || sign === "-" ? 2 : 1);
    at = skipDigits(text, exponent);
    if (at === exponent) return { end: at, isBroken: true };
  }
  return { end: at, isBroken: false };
}

function skipDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}
