import type { LineString } from "geojson";
import { orient2d } from "robust-predicates";
import { project } from "../geometry/plane.ts";
import { SegmentGrid } from "../geometry/segmentGrid.ts";
import type { Tessellation } from "./tessellation.ts";

/** A border is looked at in stretches no longer than this, so that a gate of two or three metres is found. */
const STRETCH_METERS = 1;

/** The barriers' segments in the plane of the tessellation; undefined where there are none. */
export function barrierGrid(
  { plane }: Tessellation,
  barriers: readonly LineString[],
): SegmentGrid | undefined {
  const segments: number[] = [];
  for (const { coordinates } of barriers) {
    for (let i = 1; i < coordinates.length; i++) {
      segments.push(...project(plane, coordinates[i - 1]!), ...project(plane, coordinates[i]!));
    }
  }
  if (segments.length === 0) return undefined;
  return new SegmentGrid(Float64Array.from(segments), 16 + segments.length / 4, 0.001);
}

const found: number[] = [];

/**
 * The share of an edge, 0 to 1, where one can go straight across: where the link between the two samples whose cells
 * meet there, moved along to the stretch looked at, crosses no barrier. The link stands square on the edge.
 */
export function openShare(
  tessellation: Tessellation,
  edge: number,
  meters: number,
  grid: SegmentGrid,
): number {
  const { samples, plane, nodeLongitudes, nodeLatitudes, edgeStarts, edgeEnds } = tessellation;
  const left = tessellation.edgeLeftSamples[edge]!;
  const right = tessellation.edgeRightSamples[edge]!;
  const halfX = (samples[2 * right]! - samples[2 * left]!) / 2;
  const halfY = (samples[2 * right + 1]! - samples[2 * left + 1]!) / 2;
  const [start, end] = [edgeStarts[edge]!, edgeEnds[edge]!];
  const ax = (nodeLongitudes[start]! - plane.longitude) * plane.metersPerDegreeEast;
  const ay = (nodeLatitudes[start]! - plane.latitude) * plane.metersPerDegreeNorth;
  const bx = (nodeLongitudes[end]! - plane.longitude) * plane.metersPerDegreeEast;
  const by = (nodeLatitudes[end]! - plane.latitude) * plane.metersPerDegreeNorth;
  const stretches = Math.max(1, Math.ceil(meters / STRETCH_METERS));
  let open = 0;
  for (let i = 0; i < stretches; i++) {
    const place = (i + 0.5) / stretches;
    const x = ax + place * (bx - ax);
    const y = ay + place * (by - ay);
    if (!isBlocked(x - halfX, y - halfY, x + halfX, y + halfY, grid)) open++;
  }
  return open / stretches;
}

function isBlocked(ax: number, ay: number, bx: number, by: number, grid: SegmentGrid): boolean {
  if (grid.isClear(ax, ay, bx, by)) return false;
  grid.collectNear(ax, ay, bx, by, found);
  const s = grid.segments;
  return found.some((segment) => {
    const [px, py] = [s[4 * segment]!, s[4 * segment + 1]!];
    const [qx, qy] = [s[4 * segment + 2]!, s[4 * segment + 3]!];
    // A corner of the barrier exactly on the link belongs to one side, so it is met once and not missed.
    return (
      orient2d(ax, ay, bx, by, px, py) > 0 !== orient2d(ax, ay, bx, by, qx, qy) > 0 &&
      orient2d(px, py, qx, qy, ax, ay) > 0 !== orient2d(px, py, qx, qy, bx, by) > 0
    );
  });
}
