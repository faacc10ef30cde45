import type { RawFeature } from "./features.ts";
import { cellText } from "./values.ts";

export interface Column {
  name: string;
  /** Rows in which something stands. */
  filled: number;
  /** Different texts in it; lists and objects are not counted. */
  distinct: number;
  /** The first different texts. */
  examples: string[];
}

/** A column with enough of its texts to guess what it means. */
export interface SampledColumn extends Column {
  samples: string[];
}

/** A file with more is no table; the rest is passed over. */
const MAX_COLUMNS = 500;
const EXAMPLES = 3;
const SAMPLES = 500;

/** Every property of the file in order of first appearance. */
export function describeColumns(features: readonly RawFeature[]): SampledColumn[] {
  const columns = new Map<string, { column: SampledColumn; texts: Set<string> }>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      const entry = columns.get(name) ?? newColumn(name);
      if (!columns.has(name)) {
        if (columns.size >= MAX_COLUMNS) continue;
        columns.set(name, entry);
      }
      addValue(entry, value);
    }
  }
  return [...columns.values()].map(({ column, texts }) => ({ ...column, distinct: texts.size }));
}

function newColumn(name: string): { column: SampledColumn; texts: Set<string> } {
  const column = { name, filled: 0, distinct: 0, examples: [], samples: [] };
  return { column, texts: new Set() };
}

function addValue({ column, texts }: ReturnType<typeof newColumn>, value: unknown): void {
  const text = cellText(value);
  if (text === null) {
    if (typeof value === "boolean" || (typeof value === "object" && value)) column.filled += 1;
    return;
  }
  column.filled += 1;
  if (column.samples.length < SAMPLES) column.samples.push(text);
  if (texts.has(text)) return;
  texts.add(text);
  if (column.examples.length < EXAMPLES) column.examples.push(text);
}
