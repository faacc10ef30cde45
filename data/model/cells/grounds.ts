import type { MultiPolygon } from "geojson";
import { withExclaves } from "./exclaves.ts";
import { polygonsOfRings } from "./polygons.ts";
import { chainRings, type DirectedEdges } from "./rings.ts";
import type { Exclave, Tessellation } from "./tessellation.ts";

/**
 * The ground of each group of units: the union of their cells, by cancelling the edges inside it, and the footprints of
 * their exclaves. `groupOfUnit` holds a group from 0, or a negative number for none. All groups are made in one pass
 * over the edges. Unrounded WGS 84; null for a group without ground.
 */
export function groundsOf(
  tessellation: Tessellation,
  groupOfUnit: ArrayLike<number>,
  groupCount: number,
): (MultiPolygon | null)[] {
  const edges = edgesBetween(tessellation, groupOfUnit);
  const grounds = polygonsOfRings(chainRings(edges), groupCount, edges.x, edges.y);
  const exclaves = new Map<number, Exclave[]>();
  for (const exclave of tessellation.exclaves) {
    const group = groupOfUnit[exclave.unit] ?? -1;
    if (group >= 0) exclaves.set(group, [...(exclaves.get(group) ?? []), exclave]);
  }
  for (const [group, those] of exclaves) {
    grounds[group] = withExclaves(grounds[group] ?? null, those);
  }
  return grounds;
}

/** The cell of each unit: the ground of groups of one. */
export function cellsOf(tessellation: Tessellation): (MultiPolygon | null)[] {
  const { length } = tessellation.ids;
  return groundsOf(
    tessellation,
    Uint32Array.from({ length }, (_, unit) => unit),
    length,
  );
}

/** Each edge between two groups once for either side, so that the group is on its left. */
function edgesBetween(tessellation: Tessellation, groupOfUnit: ArrayLike<number>): DirectedEdges {
  const { edgeStarts, edgeEnds, edgeLefts, edgeRights } = tessellation;
  const groupOf = (unit: number) => (unit < 0 ? -1 : (groupOfUnit[unit] ?? -1));
  const starts = new Uint32Array(2 * edgeStarts.length);
  const ends = new Uint32Array(starts.length);
  const groups = new Int32Array(starts.length);
  let count = 0;
  for (let edge = 0; edge < edgeStarts.length; edge++) {
    const left = groupOf(edgeLefts[edge]!);
    const right = groupOf(edgeRights[edge]!);
    if (left === right) continue;
    if (left >= 0) {
      starts[count] = edgeStarts[edge]!;
      ends[count] = edgeEnds[edge]!;
      groups[count++] = left;
    }
    if (right >= 0) {
      starts[count] = edgeEnds[edge]!;
      ends[count] = edgeStarts[edge]!;
      groups[count++] = right;
    }
  }
  return {
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    groups: groups.subarray(0, count),
    x: tessellation.nodeLongitudes,
    y: tessellation.nodeLatitudes,
  };
}
