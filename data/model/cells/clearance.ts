import type { Outlines } from "../geometry/outlines.ts";
import { placeOnSegment, squaredDistanceToSegment } from "../geometry/measure.ts";
import { TOUCH_METERS } from "../geometry/relation.ts";

/** How far places on one footprint's outline are from the other footprints around it. */
export class Clearance {
  /** Whether the nearest place last found lies in front of the wall rather than along it. */
  isFacing = false;
  #others: readonly number[] = [];

  constructor(readonly outlines: Outlines) {}

  /** The other footprints that the following calls look at. */
  among(others: readonly number[]) {
    this.#others = others;
  }

  /** Metres from a place on a wall with the given outward normal to the nearest other outline, at most `reach`. */
  measure(x: number, y: number, normalX: number, normalY: number, reach: number): number {
    const { x: xs, y: ys, ringStart, geometryStart, boxes } = this.outlines;
    let nearest = reach * reach;
    let towardsX = 0;
    let towardsY = 0;
    for (const other of this.#others) {
      if (squaredDistanceToBox(boxes, other, x, y) >= nearest) continue;
      for (let ring = geometryStart[other]!; ring < geometryStart[other + 1]!; ring++) {
        const end = ringStart[ring + 1]!;
        for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
          const ax = xs[j]!;
          const ay = ys[j]!;
          const ex = xs[i]! - ax;
          const ey = ys[i]! - ay;
          const squared = ex * ex + ey * ey;
          let t = squared === 0 ? 0 : ((x - ax) * ex + (y - ay) * ey) / squared;
          t = t < 0 ? 0 : t > 1 ? 1 : t;
          const dx = ax + t * ex - x;
          const dy = ay + t * ey - y;
          const distance = dx * dx + dy * dy;
          if (distance >= nearest) continue;
          nearest = distance;
          towardsX = dx;
          towardsY = dy;
        }
      }
    }
    const meters = Math.sqrt(nearest);
    this.isFacing = towardsX * normalX + towardsY * normalY > meters / 2;
    return meters;
  }

  /** Where corners of other footprints touch a wall: metres from its start, in order, its ends left out. */
  corners(ax: number, ay: number, bx: number, by: number): readonly number[] {
    let places: number[] | undefined;
    for (const other of this.#others) {
      if (!isBoxNear(this.outlines.boxes, other, ax, ay, bx, by)) continue;
      places ??= [];
      this.#touchingCorners(other, ax, ay, bx, by, places);
    }
    if (!places) return NONE;
    places.sort((p, q) => p - q);
    return places.filter((place, i) => i === 0 || place - places[i - 1]! > TOUCH_METERS);
  }

  #touchingCorners(
    other: number,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    places: number[],
  ) {
    const { x: xs, y: ys, ringStart, geometryStart } = this.outlines;
    const length = Math.hypot(bx - ax, by - ay);
    const end = ringStart[geometryStart[other + 1]!]!;
    for (let i = ringStart[geometryStart[other]!]!; i < end; i++) {
      const place = placeOnSegment(xs[i]!, ys[i]!, ax, ay, bx, by) * length;
      if (place < TOUCH_METERS || place > length - TOUCH_METERS) continue;
      const squared = squaredDistanceToSegment(xs[i]!, ys[i]!, ax, ay, bx, by);
      if (squared < TOUCH_METERS ** 2) places.push(place);
    }
  }
}

const NONE: readonly number[] = [];

function squaredDistanceToBox(boxes: Float64Array, index: number, x: number, y: number): number {
  const dx = Math.max(boxes[4 * index]! - x, 0, x - boxes[4 * index + 2]!);
  const dy = Math.max(boxes[4 * index + 1]! - y, 0, y - boxes[4 * index + 3]!);
  return dx * dx + dy * dy;
}

function isBoxNear(
  boxes: Float64Array,
  index: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  return (
    boxes[4 * index]! - TOUCH_METERS <= Math.max(ax, bx) &&
    boxes[4 * index + 2]! + TOUCH_METERS >= Math.min(ax, bx) &&
    boxes[4 * index + 1]! - TOUCH_METERS <= Math.max(ay, by) &&
    boxes[4 * index + 3]! + TOUCH_METERS >= Math.min(ay, by)
  );
}
