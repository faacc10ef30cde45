import { orient2d } from "robust-predicates";
import type { Outlines } from "./outlines.ts";

/** Square metres within the rings of geometry `index`; holes count off. Lobes of a self-crossing ring may cancel. */
export function outlineArea(outlines: Outlines, index: number): number {
  const { x, y, ringStart, geometryStart } = outlines;
  let doubled = 0;
  for (let ring = geometryStart[index]!; ring < geometryStart[index + 1]!; ring++) {
    const [first, end] = [ringStart[ring]!, ringStart[ring + 1]!];
    for (let i = first, j = end - 1; i < end; j = i++) {
      doubled +=
        (x[j]! - x[first]!) * (y[i]! - y[first]!) - (x[i]! - x[first]!) * (y[j]! - y[first]!);
    }
  }
  return doubled / 2;
}

/** Whether edges of a geometry cross each other or a ring comes back to one of its corners. */
export function isSelfCrossing(outlines: Outlines, index: number): boolean {
  const { x, y, ringStart, geometryStart } = outlines;
  const [firstRing, lastRing] = [geometryStart[index]!, geometryStart[index + 1]!];
  for (let ring = firstRing; ring < lastRing; ring++) {
    const end = ringStart[ring + 1]!;
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      for (let other = firstRing; other <= ring; other++) {
        const first = ringStart[other]!;
        const last = other < ring ? ringStart[other + 1]! : i;
        for (let k = first, l = ringStart[other + 1]! - 1; k < last; l = k++) {
          if (x[i] === x[k] && y[i] === y[k]) return true;
          if (doCross(x[j]!, y[j]!, x[i]!, y[i]!, x[l]!, y[l]!, x[k]!, y[k]!)) return true;
        }
      }
    }
  }
  return false;
}

/** Whether two segments cross at a place inside both. */
export function doCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
): boolean {
  if (Math.max(ax, bx) < Math.min(px, qx) || Math.max(px, qx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(py, qy) || Math.max(py, qy) < Math.min(ay, by)) return false;
  return (
    orient2d(ax, ay, bx, by, px, py) * orient2d(ax, ay, bx, by, qx, qy) < 0 &&
    orient2d(px, py, qx, qy, ax, ay) * orient2d(px, py, qx, qy, bx, by) < 0
  );
}

/** The edges of geometry `index` as ax, ay, bx, by; a point is an edge of no length. */
export function edgeListOf(outlines: Outlines, index: number): number[] {
  const { x, y, ringStart, geometryStart } = outlines;
  const edges: number[] = [];
  for (let ring = geometryStart[index]!; ring < geometryStart[index + 1]!; ring++) {
    const end = ringStart[ring + 1]!;
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      edges.push(x[j]!, y[j]!, x[i]!, y[i]!);
    }
  }
  return edges;
}
