import type { Outlines } from "../geometry/outlines.ts";
import { placeOnSegment } from "../geometry/measure.ts";
import { TOUCH_METERS } from "../geometry/relation.ts";

/** How far places on one footprint's outline are from the other footprints around it. */
export class Clearance {
  /** Of the last place measured: metres to the nearest other outline, or the reach if none is within it. */
  meters = 0;
  /** Whether that nearest place lies in front of the wall rather than along it. */
  isFacing = false;
  #others: readonly number[] = [];

  constructor(readonly outlines: Outlines) {}

  /** The other footprints that the following calls look at. */
  among(others: readonly number[]) {
    this.#others = others;
  }

  /** Measures from a place on a wall whose outward normal is given, up to `reach` metres. */
  measure(x: number, y: number, normalX: number, normalY: number, reach: number): void {
    const { x: xs, y: ys, ringStart, geometryStart, boxes } = this.outlines;
    let nearest = reach * reach;
    let [towardsX, towardsY] = [0, 0];
    for (const other of this.#others) {
      if (squaredDistanceToBox(boxes, other, x, y) >= nearest) continue;
      for (let ring = geometryStart[other]!; ring < geometryStart[other + 1]!; ring++) {
        const end = ringStart[ring + 1]!;
        for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
          const [ax, ay] = [xs[j]!, ys[j]!];
          const [ex, ey] = [xs[i]! - ax, ys[i]! - ay];
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
    this.meters = Math.sqrt(nearest);
    this.isFacing = towardsX * normalX + towardsY * normalY > this.meters / 2;
  }

  /** Where corners of other footprints touch a wall: metres from its start, in order, its ends left out. */
  corners(ax: number, ay: number, bx: number, by: number): number[] {
    const { x: xs, y: ys, ringStart, geometryStart, boxes } = this.outlines;
    const length = Math.hypot(bx - ax, by - ay);
    const places: number[] = [];
    for (const other of this.#others) {
      if (!isBoxNear(boxes, other, ax, ay, bx, by)) continue;
      const end = ringStart[geometryStart[other + 1]!]!;
      for (let i = ringStart[geometryStart[other]!]!; i < end; i++) {
        const t = placeOnSegment(xs[i]!, ys[i]!, ax, ay, bx, by);
        const place = t * length;
        if (place < TOUCH_METERS || place > length - TOUCH_METERS) continue;
        const distance = Math.hypot(ax + t * (bx - ax) - xs[i]!, ay + t * (by - ay) - ys[i]!);
        if (distance < TOUCH_METERS) places.push(place);
      }
    }
    places.sort((p, q) => p - q);
    return places.filter((place, i) => i === 0 || place - places[i - 1]! > TOUCH_METERS);
  }
}

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
