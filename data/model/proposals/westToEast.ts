import { membersOf } from "./layout.ts";
import type { UnitGround } from "./unitGround.ts";

/** Parts in the order of their middles: from west to east, and from north to south where two are in line. */
export function westToEast(
  { graph }: Pick<UnitGround, "graph">,
  parts: Int32Array,
  count: number,
): number[] {
  const middles = membersOf(parts, count).map((units, part) => ({
    part,
    isEmpty: units.length === 0,
    x: Math.round(units.reduce((sum, unit) => sum + graph.x[unit]!, 0) / units.length),
    y: units.reduce((sum, unit) => sum + graph.y[unit]!, 0) / units.length,
  }));
  return middles
    .filter(({ isEmpty }) => !isEmpty)
    .sort((a, b) => a.x - b.x || b.y - a.y || a.part - b.part)
    .map(({ part }) => part);
}
