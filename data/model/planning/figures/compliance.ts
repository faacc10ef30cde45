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
  /** Over: the nearest that can take something whole and stay within the limits, and what. Under: the nearest that can give. */
  helper: { group: number; compound: number | null } | null;
}

/**
 * @param values the households or the load of each group
 * @param counts whether a group has to keep the limits: dedicated ones do not
 */
export function sizeFindings(
  ground: FigureGround,
  groupOfUnit: Int32Array,
  values: Float64Array,
  valueOfUnit: Float64Array,
  { least, most }: FigureLimits,
  counts: readonly boolean[],
): SizeFinding[] {
  const findings: SizeFinding[] = [];
  for (let group = 0; group < values.length; group++) {
    const value = values[group]!;
    if (!counts[group]) continue;
    if (value > most) {
      const helper = whoTakes(ground, groupOfUnit, values, valueOfUnit, most, counts, group);
      findings.push({ group, kind: "over", value, limit: most, by: value - most, helper });
    } else if (value < least) {
      const kind = value === 0 ? "empty" : "under";
      const nearest = neighboursByBorder(ground, groupOfUnit, group).filter(
        (other) => counts[other],
      );
      const giver = nearest.find((other) => values[other]! - (least - value) >= least);
      const helper = giver === undefined ? null : { group: giver, compound: null };
      findings.push({ group, kind, value, limit: least, by: least - value, helper });
    }
  }
  return findings;
}

/** The first neighbour with room for a whole compound of the group, smallest compound first, or for a unit. */
function whoTakes(
  ground: FigureGround,
  groupOfUnit: Int32Array,
  values: Float64Array,
  valueOfUnit: Float64Array,
  most: number,
  counts: readonly boolean[],
  group: number,
): SizeFinding["helper"] {
  const neighbours = neighboursByBorder(ground, groupOfUnit, group).filter(
    (other) => counts[other],
  );
  const sizes = new Map<number, number>();
  let smallest = Infinity;
  for (let unit = 0; unit < ground.count; unit++) {
    if (groupOfUnit[unit] !== group) continue;
    const compound = ground.compoundOfUnit[unit]!;
    if (compound >= 0) sizes.set(compound, (sizes.get(compound) ?? 0) + valueOfUnit[unit]!);
    if (valueOfUnit[unit]! > 0) smallest = Math.min(smallest, valueOfUnit[unit]!);
  }
  const [compound] = [...sizes].sort(([, a], [, b]) => a - b);
  for (const other of neighbours) {
    const room = most - values[other]!;
    // The whole group as one compound would only change who is over.
    if (compound && sizes.size > 1 && compound[1] <= room) {
      return { group: other, compound: compound[0] };
    }
  }
  const taker = neighbours.find((other) => values[other]! + smallest <= most);
  return taker === undefined ? null : { group: taker, compound: null };
}
