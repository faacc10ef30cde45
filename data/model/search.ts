import {
  normaliseBuildingNumber,
  normaliseText,
  unifyBuildingNumbers,
} from "./import/buildingNumbers.ts";

export const SEARCH_TYPES = [
  "building",
  "grid",
  "micro-grid",
  "compound",
  "place",
  "person",
  "street",
] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

export interface SearchEntry {
  type: SearchType;
  id: string;
  name: string;
  /** Where it is or what it is, shown below the name; found as well. */
  detail: string;
  /** Found but not shown: an address, another name. Only what whoever searches may see. */
  keywords: string[];
  /** WGS 84, longitude first. */
  position: [longitude: number, latitude: number];
}

export interface SearchResult extends Omit<SearchEntry, "keywords"> {
  /** Higher is better; comparable within one search only. */
  score: number;
}

export interface SearchIndex {
  /** In natural order, which a stable sort by score keeps among equals. */
  readonly entries: readonly IndexedEntry[];
}

interface IndexedEntry {
  entry: SearchEntry;
  fields: { text: string; worth: number }[];
  /** All fields, to pass over quickly what cannot match. */
  everything: string;
}

/** How a word sits in a field; a better place always beats a better field. */
const EXACT = 40;
const PREFIX = 30;
const WORD_START = 20;
const SUBSTRING = 10;
const WORTH = { name: 3, keyword: 2, detail: 1 };
/** Block 418C is looked for as 418C. */
const BLOCK = /(?<!\p{L})(?:block|blk|bldg|building|no\.?) ?(?=[a-z]?\d)/gu;
/** 晨光3号楼 is 晨光 and 3号楼. */
const BEFORE_NUMBER = /(?<=\p{Script=Han})(?=[a-z0-9])/u;
const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

/**
 * 2号楼 before 10号楼, however the number is written; Chinese by sound. Never 0 for different texts.
 */
export function compareNatural(a: string, b: string): number {
  const natural = collator.compare(unifyBuildingNumbers(a), unifyBuildingNumbers(b));
  if (natural !== 0) return natural;
  return a < b ? -1 : Number(a > b);
}

export function buildSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const indexed = entries.map((entry) => {
    const fields = [
      ...spellings(entry.name).map((text) => ({ text, worth: WORTH.name })),
      ...entry.keywords.flatMap(spellings).map((text) => ({ text, worth: WORTH.keyword })),
      { text: searchText(entry.detail), worth: WORTH.detail },
    ].filter(({ text }) => text !== "");
    const everything = fields.map(({ text }) => text).join("\n");
    return { entry, fields, everything, sortKey: unifyBuildingNumbers(entry.name) };
  });
  indexed.sort(
    (a, b) =>
      collator.compare(a.sortKey, b.sortKey) ||
      collator.compare(a.entry.detail, b.entry.detail) ||
      SEARCH_TYPES.indexOf(a.entry.type) - SEARCH_TYPES.indexOf(b.entry.type) ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
  return {
    entries: indexed.map(({ entry, fields, everything }) => ({ entry, fields, everything })),
  };
}

/**
 * Entries in which every word of the query stands, best first: exact before prefix before start of
 * a word before inside one, then in natural order. Width, case and the ways to write a building's
 * number make no difference. A query that finds nothing is tried again with words split before
 * numbers.
 */
export function search(index: SearchIndex, query: string, limit: number): SearchResult[] {
  const text = searchText(query);
  if (text === "") return [];
  const words = text.split(" ");
  let found = findAll(index, text, words);
  if (found.length === 0) {
    found = findAll(
      index,
      text,
      words.flatMap((word) => word.split(BEFORE_NUMBER)),
    );
  }
  return found.sort((a, b) => b.score - a.score).slice(0, limit);
}

function findAll({ entries }: SearchIndex, text: string, words: readonly string[]): SearchResult[] {
  const found: SearchResult[] = [];
  for (const { entry, fields, everything } of entries) {
    if (!words.every((word) => everything.includes(word))) continue;
    const scores = words.map((word) => scoreWord(fields, word));
    const mean = scores.reduce((sum, score) => sum + score, 0) / words.length;
    const score = Math.max(mean, scoreWord(fields, text));
    const { type, id, name, detail, position } = entry;
    found.push({ type, id, name, detail, position, score });
  }
  return found;
}

function scoreWord(fields: IndexedEntry["fields"], word: string): number {
  let best = 0;
  for (const { text, worth } of fields) {
    const rank = rankOf(text, word);
    if (rank > 0) best = Math.max(best, rank + worth);
  }
  return best;
}

function rankOf(text: string, word: string): number {
  if (text === word) return EXACT;
  if (text.startsWith(word)) return PREFIX;
  let rank = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (characterClass(text, at - 1) !== characterClass(text, at)) return WORD_START;
    rank = SUBSTRING;
  }
  return rank;
}

/** Words begin where the kind of character changes: there are no spaces in 晨光小区3号楼. */
function characterClass(text: string, at: number): string {
  const character = text[at] ?? " ";
  if (/\d/.test(character)) return "digit";
  if (/\p{Script=Han}/u.test(character)) return "han";
  return /\p{L}/u.test(character) ? "letter" : "other";
}

/** A name as it may be asked for: 3栋 as 3号楼 and as 3, a bare 3 as 3号楼 too. */
function spellings(name: string): string[] {
  const text = searchText(name);
  const number = normaliseBuildingNumber(text);
  const isNumber = /^[a-z]?\d+[a-z]?$/.test(number);
  return isNumber ? [...new Set([text, number, `${number}号楼`])] : [text];
}

function searchText(text: string): string {
  return unifyBuildingNumbers(normaliseText(text).replace(BLOCK, ""));
}
