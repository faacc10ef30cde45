import { difference, feature, featureCollection, union } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import type { Outlines } from "../geometry/outlines.ts";
import { polygonsOf } from "../geometry/plane.ts";
import type { SegmentGrid } from "../geometry/segmentGrid.ts";
import { doCross, edgeListOf } from "../geometry/shape.ts";
import type { Exclave, Footprint } from "./tessellation.ts";

type Area = Polygon | MultiPolygon;

/**
 * The grounds of footprints that take no part: the footprints themselves. What of one reaches into the boundary belongs
 * to the cells there, so it is cut off; only these few go through a general overlay.
 */
export function exclavesOf(
  footprints: readonly Footprint[],
  outlines: Outlines,
  units: readonly number[],
  boundary: Area,
  grid: SegmentGrid,
): Exclave[] {
  const takesPart = new Set(units);
  const exclaves: Exclave[] = [];
  footprints.forEach(({ geometry }, unit) => {
    if (takesPart.has(unit)) return;
    const reachesIn = doesReachIn(outlines, unit, grid);
    const footprint = geometry.type === "Point" ? null : geometry;
    const ground = footprint && reachesIn ? outsideOf(footprint, boundary) : footprint;
    exclaves.push({ unit, ground, reachesIn });
  });
  return exclaves;
}

/** Adds exclaves to a group's ground; those that stand wall to wall, with each other or with it, become one. */
export function withExclaves(
  ground: MultiPolygon | null,
  exclaves: Exclave[],
): MultiPolygon | null {
  const grounds = exclaves.flatMap((exclave): Area[] => (exclave.ground ? [exclave.ground] : []));
  const isAtTheBoundary = ground && exclaves.some(({ reachesIn }) => reachesIn);
  const joined = joinedOf(isAtTheBoundary ? [ground, ...grounds] : grounds);
  const coordinates = [...(isAtTheBoundary ? [] : (ground?.coordinates ?? [])), ...joined];
  return coordinates.length > 0 ? { type: "MultiPolygon", coordinates } : null;
}

function doesReachIn(outlines: Outlines, unit: number, grid: SegmentGrid): boolean {
  const edges = edgeListOf(outlines, unit);
  const found: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    grid.collectNear(ax, ay, bx, by, found);
    for (const segment of found) {
      const [px, py, qx, qy] = grid.segments.subarray(4 * segment, 4 * segment + 4);
      if (doCross(ax, ay, bx, by, px!, py!, qx!, qy!)) return true;
    }
  }
  return false;
}

function outsideOf(footprint: Area, boundary: Area): Area | null {
  try {
    const outside = difference(featureCollection([feature(footprint), feature(boundary)]));
    return outside?.geometry ?? null;
  } catch {
    // The overlay gives up on some crossing rings; the whole footprint is then the better answer than none.
    return footprint;
  }
}

function joinedOf(grounds: Area[]): MultiPolygon["coordinates"] {
  const apart = grounds.flatMap(polygonsOf);
  if (grounds.length < 2) return apart;
  try {
    const joined = union(featureCollection(grounds.map((ground) => feature(ground))));
    return joined ? polygonsOf(joined.geometry) : apart;
  } catch {
    return apart;
  }
}
