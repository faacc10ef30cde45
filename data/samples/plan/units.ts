import { distance, type Spot } from "../ground/plane.ts";

/** Something to assign, with where it is and how many households it brings. */
export interface Unit {
  buildingId: string;
  entranceId: string | null;
  zone: string;
  middle: Spot;
  households: number;
}

export type Order = "rows" | "columns" | "compact";

/** Buildings whose middles are within so many metres of the first of a band stand in one row. */
const BAND_METERS = 16;

/**
 * A zone's units as one walks it: the first row from the west, each further one from the end that is nearer,
 * so that any run of units lies together. Columns do the same from the north.
 */
export function walk(units: readonly Unit[], order: "rows" | "columns"): Unit[] {
  const [east, south] = [(unit: Unit) => unit.middle[0], (unit: Unit) => -unit.middle[1]];
  const [across, down] = order === "rows" ? [east, south] : [south, east];
  const bands: Unit[][] = [];
  for (const unit of [...units].sort((a, b) => down(a) - down(b))) {
    const band = bands.at(-1);
    if (band && down(unit) - down(band[0]!) < BAND_METERS) band.push(unit);
    else bands.push([unit]);
  }
  const path: Unit[] = [];
  for (const band of bands) {
    const run = band.sort((a, b) => across(a) - across(b));
    const last = path.at(-1);
    const isFarEndNearer =
      last && distance(last.middle, run.at(-1)!.middle) < distance(last.middle, run[0]!.middle);
    path.push(...(isFarEndNearer ? run.reverse() : run));
  }
  return path;
}

/**
 * Cuts units into so many compact groups of about equal households: across the longer side, in half,
 * and each half again. Neighbouring groups come one after the other.
 */
export function halve(units: readonly Unit[], groups: number): Unit[][] {
  if (groups === 1) return [[...units]];
  const [width, height] = [0, 1].map((axis) => {
    const values = units.map((unit) => unit.middle[axis as 0 | 1]);
    return Math.max(...values) - Math.min(...values);
  });
  const axis = width! >= height! ? 0 : 1;
  const sorted = [...units].sort((a, b) => a.middle[axis] - b.middle[axis]);
  const first = Math.floor(groups / 2);
  const wanted = (sorted.reduce((sum, unit) => sum + unit.households, 0) * first) / groups;
  let [count, passed] = [0, 0];
  while (
    count < sorted.length - (groups - first) &&
    passed + sorted[count]!.households / 2 < wanted
  ) {
    passed += sorted[count]!.households;
    count += 1;
  }
  return [...halve(sorted.slice(0, count), first), ...halve(sorted.slice(count), groups - first)];
}

/**
 * Cuts a walk into so many runs, none empty, with households as even as can be: the least sum of squares,
 * found by dynamic programming over the last cut.
 */
export function cut(units: readonly Unit[], runs: number): Unit[][] {
  if (units.length < runs) throw new Error(`${units.length} units do not make ${runs} micro-grids`);
  const upTo = [0];
  for (const unit of units) upTo.push(upTo.at(-1)! + unit.households);
  let least = upTo.map((sum) => sum ** 2);
  const cuts: number[][] = [];
  for (let run = 1; run < runs; run += 1) {
    const before = least;
    const best = upTo.map(() => 0);
    least = upTo.map((sum, end) => {
      let found = Infinity;
      for (let start = run; start < end; start += 1) {
        const cost = before[start]! + (sum - upTo[start]!) ** 2;
        if (cost < found) [found, best[end]] = [cost, start];
      }
      return found;
    });
    cuts.push(best);
  }
  const parts: Unit[][] = [];
  let end = units.length;
  for (const best of cuts.reverse()) {
    parts.unshift(units.slice(best[end]!, end));
    end = best[end]!;
  }
  return [units.slice(0, end), ...parts];
}
