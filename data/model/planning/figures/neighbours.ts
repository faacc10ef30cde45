import type { FigureGround } from "./ground.ts";

/** The groups that can be walked to from each, the one with which most pairs of units are shared first. */
export function neighboursByBorder(
  { firsts, seconds }: Pick<FigureGround, "firsts" | "seconds">,
  groupOfUnit: Int32Array,
  groupCount: number,
): number[][] {
  const pairs = Array.from({ length: groupCount }, () => new Map<number, number>());
  for (let pair = 0; pair < firsts.length; pair++) {
    const a = groupOfUnit[firsts[pair]!]!;
    const b = groupOfUnit[seconds[pair]!]!;
    if (a < 0 || b < 0 || a === b) continue;
    pairs[a]!.set(b, (pairs[a]!.get(b) ?? 0) + 1);
    pairs[b]!.set(a, (pairs[b]!.get(a) ?? 0) + 1);
  }
  return pairs.map((others) => [...others].sort(([, a], [, b]) => b - a).map(([other]) => other));
}
