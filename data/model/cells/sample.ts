import type Flatbush from "flatbush";
import { collectBoxesNear } from "../geometry/boxIndex.ts";
import type { Outlines } from "../geometry/outlines.ts";
import type { Sites } from "./sites.ts";
import { LONGEST_STEP_METERS, WallSampler } from "./walls.ts";

/**
 * Samples the outlines of the given units into `sites`, so that the Voronoi cells of a unit's samples together are its
 * share of the ground. Steps shrink where another footprint is near: a wall is its owner's as long as half a step is
 * less than the gap. Looks at the neighbours of each footprint only, so it grows as n log n.
 */
export function sampleOutlines(
  outlines: Outlines,
  boxIndex: Flatbush,
  units: readonly number[],
  sites: Sites,
  insetScale: number,
): void {
  const takesPart = new Uint8Array(outlines.geometryStart.length);
  for (const unit of units) takesPart[unit] = 1;
  const walls = new WallSampler(outlines, sites, insetScale);
  const others: number[] = [];
  for (const unit of units) {
    collectBoxesNear(boxIndex, outlines, unit, LONGEST_STEP_METERS, others);
    if (units.length < takesPart.length - 1) drop(others, takesPart);
    walls.sampleUnit(unit, others);
  }
}

/** Takes footprints outside the boundary off the list. */
function drop(others: number[], takesPart: Uint8Array) {
  let kept = 0;
  for (const other of others) if (takesPart[other]) others[kept++] = other;
  others.length = kept;
}
