import type { Position } from "geojson";
import { planeAt, project } from "../geometry/plane.ts";

/** Metres between two of the points; -1 stands for where the walk begins. */
export type Way = (from: number, to: number) => number;
/** The place before the first point. Without one every point is as good a beginning. */
export const BEGINNING = -1;

/** How long a walk is, in metres. */
export function lengthOf(order: readonly number[], way: Way): number {
  let length = 0;
  let last = BEGINNING;
  for (const point of order) {
    length += way(last, point);
    last = point;
  }
  return length;
}

/** In the plane about the first point: a community is a few kilometres wide. */
export function wayBetween(points: readonly Position[], from: Position | null): Way {
  const plane = planeAt(from ?? points[0] ?? [0, 0]);
  const flat = points.map((point) => project(plane, point));
  const start = from && project(plane, from);
  const at = (index: number) => (index === BEGINNING ? start : flat[index]!);
  return (from, to) => {
    const a = at(from);
    const b = at(to);
    return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0;
  };
}
