import { planarArea, planeOf } from "#data/model/geometry/plane.ts";
import { describeColumns } from "#data/model/import/columns.ts";
import { guessMapping } from "#data/model/import/mapping.ts";
import { readHeight, readStoreys } from "#data/model/import/sizes.ts";
import { cellText } from "#data/model/import/values.ts";
import { CannotPropose } from "./options.ts";
import type { FootprintRow } from "./readFootprints.ts";

/** Looked for in this order where no property was named. */
const LOAD_PROPERTIES = ["households", "units", "flats", "户数"];
const METERS_PER_STOREY = 3;
/** Where a file knows the storeys of some and not of this one. */
const USUAL_STOREYS = 6;
/** Floor a household takes. */
const SQUARE_METERS = 90;

export interface FoundLoads {
  loads: Float64Array;
  /** The property they come from, or how they were found. */
  source: string;
  /** Footprints of which nothing was said: they count nothing, or as estimated. */
  unknown: number;
}

/** How much work each footprint is. @throws CannotPropose where the property named says nothing */
export function loadsOf(rows: readonly FootprintRow[], named: string | undefined): FoundLoads {
  if (named !== undefined) return fromProperty(rows, named) ?? refuse(rows, named);
  const guessed = guessMapping(describeColumns(rows.map(({ feature }) => feature)), {});
  const candidates = [...LOAD_PROPERTIES, ...(guessed.households ? [guessed.households] : [])];
  for (const candidate of candidates) {
    const found = fromProperty(rows, candidate);
    if (found) return found;
  }
  return estimated(rows, guessed) ?? each(rows);
}

/** Undefined where no footprint has a load above 0 there. */
function fromProperty(rows: readonly FootprintRow[], property: string): FoundLoads | undefined {
  const values = rows.map(({ feature }) => numberIn(feature.properties[property]));
  if (!values.some((value) => value !== null && value > 0)) return undefined;
  return {
    loads: Float64Array.from(values, (value) => value ?? 0),
    source: property,
    unknown: values.filter((value) => value === null).length,
  };
}

/** 12, "12", "12.5"; null for nothing, and for less than nothing. */
function numberIn(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

/** Households that find room on the floors; undefined where no storeys and no height are known. */
function estimated(
  rows: readonly FootprintRow[],
  { storeys, height }: ReturnType<typeof guessMapping>,
): FoundLoads | undefined {
  const known = rows.map(({ feature }) => {
    const text = (property: string | undefined) =>
      (property !== undefined && cellText(feature.properties[property])) || "";
    const meters = readHeight(text(height));
    const floors = meters === null ? null : Math.max(1, Math.round(meters / METERS_PER_STOREY));
    return readStoreys(text(storeys)).storeys ?? floors;
  });
  if (known.every((count) => count === null)) return undefined;
  const loads = rows.map(({ geometry }, row) => {
    const area = geometry ? planarArea(planeOf(geometry), geometry) : 0;
    return Math.max(1, Math.round((area * (known[row] ?? USUAL_STOREYS)) / SQUARE_METERS));
  });
  return {
    loads: Float64Array.from(loads),
    source: "storeys × area",
    unknown: known.filter((count) => count === null).length,
  };
}

function each(rows: readonly FootprintRow[]): FoundLoads {
  return { loads: new Float64Array(rows.length).fill(1), source: "1 each", unknown: 0 };
}

function refuse(rows: readonly FootprintRow[], property: string): never {
  const names = [...new Set(rows.flatMap(({ feature }) => Object.keys(feature.properties)))];
  const isThere = names.includes(property);
  const list = names.slice(0, 40);
  throw new CannotPropose(
    isThere
      ? {
          zh: `属性 ${property} 里没有大于 0 的数。`,
          en: `No feature has a number above 0 as its ${property}.`,
        }
      : {
          zh: `没有一条有属性 ${property}。有：${list.join("、")}`,
          en: `No feature has a property ${property}. There is: ${list.join(", ")}`,
        },
  );
}

/** What has the same text in a property is one group from 0; -1 for none. @throws CannotPropose */
export function groupsBy(rows: readonly FootprintRow[], property: string): Int32Array {
  const numbers = new Map<string, number>();
  const groups = Int32Array.from(rows, ({ feature }) => {
    const text = cellText(feature.properties[property]);
    if (text === null) return -1;
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text)!;
  });
  return numbers.size > 0 ? groups : refuse(rows, property);
}
