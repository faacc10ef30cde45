import { distance, type Spot } from "../ground/plane.ts";

/** Something to assign, with where it is and how many households it brings. */
export interface Unit {
  buildingId: string;
  entranceId: string | null;
  zone: string;
  middle: Spot;
  households: number;
}

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
