import { chineseNumeral, numberOf } from "./numerals.ts";

const NUMERAL = /\d+|[零一二三四五六七八九十百千]+/g;

/** How a draft names its grids: what stands about the number, and how that is written. */
interface Pattern {
  before: string;
  after: string;
  isChinese: boolean;
}

const USUAL_GRID: Pattern = { before: "第", after: "网格", isChinese: true };
const USUAL_MICRO_GRID: Pattern = { before: "微网格", after: "", isChinese: false };

/** Names grids like those that are there: 第七网格 beside 第六网格, Grid 7 beside Grid 6. */
export class GridNames {
  readonly #pattern: Pattern;
  readonly #taken: Set<string>;

  constructor(names: readonly string[]) {
    this.#pattern = commonest(names.flatMap((name) => patternOf(name) ?? [])) ?? USUAL_GRID;
    this.#taken = new Set(names);
  }

  /** The lowest number that no grid has yet. */
  next(): string {
    for (let number = 1; ; number++) {
      const name = written(this.#pattern, number);
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

/** Names micro-grids after their grid's number: 微网格3-1, 微网格3-2. */
export class MicroGridNames {
  readonly #pattern: Pattern;
  readonly #taken: Set<string>;

  constructor(names: readonly string[]) {
    const patterns = names.flatMap((name) => {
      const match = /^(.*?)\d+-\d+(.*)$/.exec(name);
      return match ? [{ before: match[1]!, after: match[2]!, isChinese: false }] : [];
    });
    this.#pattern = commonest(patterns) ?? USUAL_MICRO_GRID;
    this.#taken = new Set(names);
  }

  next(gridName: string, gridOrdinal: number): string {
    const { before, after } = this.#pattern;
    const grid = numberInName(gridName) ?? gridOrdinal;
    for (let number = 1; ; number++) {
      const name = `${before}${grid}-${number}${after}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

/** The last number in a name; undefined without one. */
export function numberInName(name: string): number | undefined {
  return numberOf(name.match(NUMERAL)?.at(-1) ?? "none");
}

function patternOf(name: string): Pattern | undefined {
  const match = [...name.matchAll(NUMERAL)].at(-1);
  if (!match || numberOf(match[0]) === undefined) return undefined;
  const after = name.slice(match.index + match[0].length);
  return { before: name.slice(0, match.index), after, isChinese: !/\d/.test(match[0]) };
}

function written({ before, after, isChinese }: Pattern, number: number): string {
  return `${before}${isChinese ? chineseNumeral(number) : number}${after}`;
}

/** The first of the patterns that occurs most often. */
function commonest(patterns: readonly Pattern[]): Pattern | undefined {
  const counts = new Map<string, { pattern: Pattern; count: number }>();
  for (const pattern of patterns) {
    const key = JSON.stringify(pattern);
    const known = counts.get(key) ?? { pattern, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  return [...counts.values()].reduce<{ pattern: Pattern; count: number } | undefined>(
    (best, entry) => (best && best.count >= entry.count ? best : entry),
    undefined,
  )?.pattern;
}
