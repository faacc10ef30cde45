import type { FigureGround } from "./ground.ts";

/** Compounds or party groups that lie in one grid, and those that several grids share. */
export interface Wholeness {
  whole: number;
  split: number;
}

export function wholenessOf(
  { count, compoundOfUnit, compoundCount, partyGroups }: FigureGround,
  gridOfUnit: Int32Array,
): { compounds: Wholeness; partyGroups: Wholeness } {
  const gridOfCompound = new Int32Array(compoundCount).fill(NONE);
  for (let unit = 0; unit < count; unit++) {
    const compound = compoundOfUnit[unit]!;
    if (compound < 0) continue;
    gridOfCompound[compound] = together(gridOfCompound[compound]!, gridOfUnit[unit]!);
  }
  const gridOfParty = Int32Array.from(partyGroups, (units) =>
    units.reduce((grid, unit) => together(grid, gridOfUnit[unit]!), NONE),
  );
  return { compounds: tally(gridOfCompound), partyGroups: tally(gridOfParty) };
}

/** No unit of it has a grid yet; -1 and below mean no grid in a list of grids. */
const NONE = -1;
const SEVERAL = -2;

function together(grid: number, next: number): number {
  if (next < 0 || grid === SEVERAL || grid === next) return grid;
  return grid === NONE ? next : SEVERAL;
}

function tally(grids: Int32Array): Wholeness {
  let [whole, split] = [0, 0];
  for (const grid of grids) {
    if (grid === SEVERAL) split++;
    else if (grid >= 0) whole++;
  }
  return { whole, split };
}
