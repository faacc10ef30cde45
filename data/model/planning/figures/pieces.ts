import type { FigureGround } from "./ground.ts";

/** In how many parts each group lies, by union of open neighbours. Exclaves do not count. */
export function piecesOfGroups(
  { count, firsts, seconds, isExclave }: FigureGround,
  groupOfUnit: Int32Array,
  groupCount: number,
): Int32Array {
  const root = new Int32Array(count);
  for (let unit = 0; unit < count; unit++) root[unit] = unit;
  const find = (unit: number) => {
    while (root[unit] !== unit) unit = root[unit] = root[root[unit]!]!;
    return unit;
  };
  const pieces = new Int32Array(groupCount);
  for (let unit = 0; unit < count; unit++) {
    const group = groupOfUnit[unit]!;
    if (group >= 0 && isExclave[unit] === 0) pieces[group]!++;
  }
  for (let pair = 0; pair < firsts.length; pair++) {
    const group = groupOfUnit[firsts[pair]!]!;
    if (group < 0 || group !== groupOfUnit[seconds[pair]!]!) continue;
    const a = find(firsts[pair]!);
    const b = find(seconds[pair]!);
    if (a === b) continue;
    root[a] = b;
    pieces[group]!--;
  }
  return pieces;
}
