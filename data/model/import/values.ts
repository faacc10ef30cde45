import { chineseNumber } from "./buildingNumbers.ts";

/** What tables write where there is nothing. */
const EMPTY_WORDS = new Set(["", "null", "none", "nan", "<null>", "n/a", "-", "--", "无", "未知"]);
/** Longer than any name or address; a guard against whole documents in a cell. */
const MAX_TEXT_CHARACTERS = 200;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A cell as one line of text; null for an empty one and for anything that is no text or number. */
export function cellText(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string") return null;
  const text = value
    .slice(0, MAX_TEXT_CHARACTERS * 4)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, MAX_TEXT_CHARACTERS)
    // Halves of characters, which no database takes.
    .replace(/\p{Cs}/gu, "");
  return EMPTY_WORDS.has(text.toLowerCase()) ? null : text;
}

/**
 * The number a cell holds, with or without one of the given units behind it (6层, 20 m, １８).
 * Undefined for text that is no such number.
 */
export function cellNumber(text: string, units: RegExp): number | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const bare = plain.replace(units, "");
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(bare)) {
    const number = Number(bare);
    return Number.isFinite(number) ? number : undefined;
  }
  return bare === "" ? undefined : chineseNumber(bare);
}
