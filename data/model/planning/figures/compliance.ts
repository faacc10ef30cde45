import type { FigureGround } from "./ground.ts";
import type { FigureLimits } from "./limits.ts";
import { neighboursByBorder } from "./neighbours.ts";

/** A grid or micro-grid outside its limits, and who could help. */
export interface SizeFinding {
  group: number;
  kind: "over" | "under" | "empty";
  value: number;
  limit: number;
  by: number;
  /**
   * Over: the nearest neighbour that can take a whole compound, or else a unit, and stay within the
   * limits. Under: the nearest that can give what is missing and stay within them.
   */
  helper: { group: number; compound: number | null } | null;
}

interface Sizes {
  /** The households or the load of each unit. */
  valueOfUnit: Float64Array;
  limits: FigureLimits;
  /** Whether each group has to keep the limits: dedicated ones do not. */
  isBound: readonly boolean[];
}

/** In the order of the groups. */
export function sizeFindings(
  ground: FigureGround,
  groupOfUnit: Int32Array,
  { valueOfUnit, limits: { least, most }, isBound }: Sizes,
): SizeFinding[] {
  const unitsOf: number[][] = isBound.map(() => []);
  const values = new Float64Array(isBound.length);
  groupOfUnit.forEach((group, unit) => {
    if (group < 0) return;
    unitsOf[group]!.push(unit);
    values[group]! += valueOfUnit[unit]!;
  });
  const neighbours = neighboursByBorder(ground, groupOfUnit, isBound.length).map((others) =>
    others.filter((other) => isBound[other]),
  );
  const room = (other: number) => most - values[other]!;
  return unitsOf.flatMap((units, group): SizeFinding[] => {
    const value = values[group]!;
    if (!isBound[group]) return [];
    if (value > most) {
      const helper = whoTakes(ground, units, valueOfUnit, neighbours[group]!, room);
      return [{ group, kind: "over", value, limit: most, by: value - most, helper }];
    }
    if (value >= least) return [];
    const kind = units.length === 0 ? "empty" : "under";
    const giver = neighbours[group]!.find((other) => values[other]! - (least - value) >= least);
    const helper = giver === undefined ? null : { group: giver, compound: null };
    return [{ group, kind, value, limit: least, by: least - value, helper }];
  });
}

/** The smallest compound goes first; a group that is one compound cannot give it away whole. */
function whoTakes(
  { compoundOfUnit }: FigureGround,
  units: readonly number[],
  valueOfUnit: Float64Array,
  neighbours: readonly number[],
  room: (group: number) => number,
): SizeFinding["helper"] {
  const sizes = new Map<number, number>();
  let smallest = Infinity;
  for (const unit of units) {
    const value = valueOfUnit[unit]!;
    const compound = compoundOfUnit[unit]!;
    if (compound >= 0) sizes.set(compound, (sizes.get(compound) ?? 0) + value);
    if (value > 0) smallest = Math.min(smallest, value);
  }
  const [compound] = [...sizes].sort(([, a], [, b]) => a - b);
  if (compound && sizes.size > 1) {
    const taker = neighbours.find((other) => compound[1] <= room(other));
    if (taker !== undefined) return { group: taker, compound: compound[0] };
  }
  const taker = neighbours.find((other) => smallest <= room(other));
  return taker === undefined ? null : { group: taker, compound: null };
}
