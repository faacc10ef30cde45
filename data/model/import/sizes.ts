import { cellNumber } from "./values.ts";

/** The tallest building has 163 storeys and 828 m. */
const MAX_STOREYS = 200;
const MAX_HEIGHT_METERS = 1000;
/** One footprint with more is an estate or a mistyped number. */
const MAX_HOUSEHOLDS = 5000;
const STOREY_UNITS = /^(地上|共)|(层|楼|f|floors?|storeys?|stories|levels?)$/g;
const METRE_UNITS = /(米|公尺|metres?|meters?|m)$/;
const HOUSEHOLD_UNITS = /(户|households?|units?)$/;

/**
 * Storeys above ground of a cell: 6, 6层, 15.8 (rounded up or down, as happens to averages); null
 * for nonsense.
 */
export function readStoreys(text: string): { storeys: number | null; wasRounded: boolean } {
  const value = cellNumber(text, STOREY_UNITS);
  if (value === undefined) return { storeys: null, wasRounded: false };
  const storeys = Math.round(value);
  const isSensible = storeys >= 1 && storeys <= MAX_STOREYS;
  return { storeys: isSensible ? storeys : null, wasRounded: isSensible && storeys !== value };
}

/** Metres of a cell: 20, 20.5 m, 20米; null for nonsense. */
export function readHeight(text: string): number | null {
  const value = cellNumber(text, METRE_UNITS);
  return value !== undefined && value > 0 && value <= MAX_HEIGHT_METERS ? value : null;
}

export function readHouseholds(text: string): number | null {
  const value = cellNumber(text, HOUSEHOLD_UNITS);
  const isCount = value !== undefined && Number.isInteger(value) && value >= 0;
  return isCount && value <= MAX_HOUSEHOLDS ? value : null;
}
