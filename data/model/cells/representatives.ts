import type { Outlines } from "../geometry/outlines.ts";
import { representativeOf } from "../geometry/representative.ts";
import type { SegmentGrid } from "../geometry/segmentGrid.ts";
import type { Sites } from "./sites.ts";

/** Footprints with one and the same representative point are told apart by about this much. */
const NUDGE_METERS = 0.5;
/** In radians: successive turns by it never line up (Vogel's sunflower). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** On a sliver of a boundary no free place may be left inside it; then any free place will do. */
const MAXIMUM_TRIES_INSIDE = 64;

export interface Representatives {
  /** x and y in metres of every footprint, those outside the boundary too. */
  points: Float64Array;
  /** Which footprints take part: those whose point is inside the boundary. */
  units: number[];
}

/**
 * Enters each footprint's representative point among the sites, so that it lies in its own cell whatever overlaps it.
 * Where an earlier footprint already stands (identical or concentric footprints, addresses located to one point) the
 * later ones move outwards on a spiral: each still gets ground.
 */
export function placeRepresentatives(
  outlines: Outlines,
  boundary: SegmentGrid,
  sites: Sites,
): Representatives {
  const count = outlines.geometryStart.length - 1;
  const points = new Float64Array(2 * count);
  const units: number[] = [];
  const tries = new Map<string, number>();
  for (let unit = 0; unit < count; unit++) {
    let [x, y] = representativeOf(outlines, unit);
    if (boundary.isInside(x, y)) {
      units.push(unit);
      if (!sites.isFreeOfRepresentatives(x, y)) [x, y] = freePlace(x, y, boundary, sites, tries);
      sites.addRepresentative(x, y, unit);
    }
    points[2 * unit] = x;
    points[2 * unit + 1] = y;
  }
  return { points, units };
}

function freePlace(
  x: number,
  y: number,
  boundary: SegmentGrid,
  sites: Sites,
  tries: Map<string, number>,
): [number, number] {
  const key = `${Math.round(x)},${Math.round(y)}`;
  const first = tries.get(key) ?? 1;
  for (let step = first; ; step++) {
    const radius = NUDGE_METERS * Math.sqrt(step);
    const atX = x + radius * Math.cos(step * GOLDEN_ANGLE);
    const atY = y + radius * Math.sin(step * GOLDEN_ANGLE);
    if (!sites.isFreeOfRepresentatives(atX, atY)) continue;
    if (step < first + MAXIMUM_TRIES_INSIDE && !boundary.isInside(atX, atY)) continue;
    tries.set(key, step);
    sites.haveMoved = true;
    return [atX, atY];
  }
}
