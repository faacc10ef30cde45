import type { Position } from "geojson";
import { exactOrder } from "./tourExact.ts";
import { improveOrder } from "./tourImprove.ts";
import { BEGINNING, type Way, wayBetween } from "./tourWay.ts";

/** Above this the exact order would take too long to wait for: 2ⁿ·n² steps. */
export const MOST_EXACT = 12;

/**
 * The order in which to walk through points as the crow flies: an open path that need not return.
 * The shortest there is up to 12 points; above that a good one, never longer than always going to the
 * nearest.
 * @param points WGS 84, longitude first
 * @param from where the walk begins; null: at whichever point is best
 * @returns the places of the points in the list, first to be visited first
 */
export function tourThrough(points: readonly Position[], from: Position | null): number[] {
  const way = wayBetween(points, from);
  if (points.length <= MOST_EXACT) return exactOrder(points.length, way);
  return improveOrder(nearestOrder(points.length, way), way);
}

/** From each point to the nearest that is left. */
export function nearestOrder(count: number, way: Way): number[] {
  const left = Array.from({ length: count }, (_, index) => index);
  const order: number[] = [];
  let last = BEGINNING;
  while (left.length > 0) {
    let nearest = 0;
    let shortest = Infinity;
    for (let place = 0; place < left.length; place++) {
      const length = way(last, left[place]!);
      if (length >= shortest) continue;
      shortest = length;
      nearest = place;
    }
    last = left[nearest]!;
    order.push(last);
    // The order of those that are left says nothing, so the gap is closed with the last of them.
    left[nearest] = left.at(-1)!;
    left.pop();
  }
  return order;
}
