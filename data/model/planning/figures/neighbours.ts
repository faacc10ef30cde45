import type { FigureGround } from "./ground.ts";

/** Groups that can be walked to, the longest common border (in pairs of units) first. */
export function neighboursByBorder(
  ground: FigureGround,
  groupOfUnit: Int32Array,
  group: number,
): number[] {
  const pairs = new Map<number, number>();
  for (let pair = 0; pair < ground.firsts.length; pair++) {
    const a = groupOfUnit[ground.firsts[pair]!]!;
    const b = groupOfUnit[ground.seconds[pair]!]!;
    const other = a === group ? b : b === group ? a : -1;
    if (other >= 0 && other !== group) pairs.set(other, (pairs.get(other) ?? 0) + 1);
  }
  return [...pairs].sort(([, a], [, b]) => b - a).map(([other]) => other);
}
