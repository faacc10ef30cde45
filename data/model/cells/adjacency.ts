import type { LineString } from "geojson";
import { barrierGrid, openShare } from "./barriers.ts";
import { pairEdges } from "./pairEdges.ts";
import type { Tessellation } from "./tessellation.ts";

/** Two cells that meet over less than this do not let anybody through: a corner, or a slip of the drawing. */
const SHORTEST_PASSAGE_METERS = 1;

/** Which units' cells meet, each pair once, `firsts[i] < seconds[i]`. A unit is the index of its footprint. */
export interface Adjacency {
  firsts: Int32Array;
  seconds: Int32Array;
  /** Length of the common border within the boundary. */
  sharedMeters: Float64Array;
  /** Length of it that no barrier runs along. */
  openMeters: Float64Array;
  /** 1 for units outside the boundary, which meet nobody. */
  isExclave: Uint8Array;
}

/**
 * Finds the units whose cells meet and how much of the border between them is open. Barriers are lines in WGS 84 (main
 * road, railway, river, wall); a wall has a gap at its gate, and the border is open there.
 */
export function neighboursOf(
  tessellation: Tessellation,
  barriers: readonly LineString[],
): Adjacency {
  const grid = barrierGrid(tessellation, barriers);
  const pairs = pairEdges(tessellation);
  const count = pairs.firsts.length;
  const sharedMeters = new Float64Array(count);
  const openMeters = new Float64Array(count);
  const { nodeLongitudes, nodeLatitudes, edgeStarts, edgeEnds, plane } = tessellation;
  for (let edge = 0; edge < edgeStarts.length; edge++) {
    const pair = pairs.pairOfEdge[edge]!;
    if (pair < 0) continue;
    const [start, end] = [edgeStarts[edge]!, edgeEnds[edge]!];
    const dx = (nodeLongitudes[end]! - nodeLongitudes[start]!) * plane.metersPerDegreeEast;
    const dy = (nodeLatitudes[end]! - nodeLatitudes[start]!) * plane.metersPerDegreeNorth;
    const length = Math.sqrt(dx * dx + dy * dy);
    sharedMeters[pair]! += length;
    openMeters[pair]! += grid ? length * openShare(tessellation, edge, length, grid) : length;
  }
  const isExclave = new Uint8Array(tessellation.ids.length);
  for (const { unit } of tessellation.exclaves) isExclave[unit] = 1;
  return { firsts: pairs.firsts, seconds: pairs.seconds, sharedMeters, openMeters, isExclave };
}

/** Whether one can get across somewhere along the border of a pair. */
export function isOpen(adjacency: Adjacency, pair: number): boolean {
  return adjacency.openMeters[pair]! >= SHORTEST_PASSAGE_METERS;
}

/**
 * The connected parts of each group, largest first: more than one means that a grid is cut apart. `groupOfUnit` holds
 * a group from 0, or a negative number for none. Exclaves are left out: they are cut off by nature, and reported as
 * such. Unit indices within a part ascend.
 */
export function partsOf(
  adjacency: Adjacency,
  groupOfUnit: ArrayLike<number>,
  groupCount: number,
): number[][][] {
  const { firsts, seconds, isExclave } = adjacency;
  const root = Int32Array.from(isExclave, (_, unit) => unit);
  const find = (unit: number) => {
    while (root[unit] !== unit) unit = root[unit] = root[root[unit]!]!;
    return unit;
  };
  for (let pair = 0; pair < firsts.length; pair++) {
    const [a, b] = [firsts[pair]!, seconds[pair]!];
    if (groupOfUnit[a] === groupOfUnit[b] && isOpen(adjacency, pair)) root[find(a)] = find(b);
  }
  const parts = new Map<number, number[]>();
  const groups: number[][][] = Array.from({ length: groupCount }, () => []);
  for (let unit = 0; unit < root.length; unit++) {
    const group = groupOfUnit[unit] ?? -1;
    if (group < 0 || group >= groupCount || isExclave[unit]) continue;
    const top = find(unit);
    const part = parts.get(top);
    if (part) part.push(unit);
    else {
      const started = [unit];
      parts.set(top, started);
      groups[group]!.push(started);
    }
  }
  for (const group of groups) group.sort((p, q) => q.length - p.length || p[0]! - q[0]!);
  return groups;
}

/**
 * The groups that meet each group on the map, over a barrier too: what must not share a colour. Ascending, without
 * the group itself.
 */
export function touchingGroups(
  adjacency: Adjacency,
  groupOfUnit: ArrayLike<number>,
  groupCount: number,
): number[][] {
  const touching = Array.from({ length: groupCount }, () => new Set<number>());
  for (let pair = 0; pair < adjacency.firsts.length; pair++) {
    const a = groupOfUnit[adjacency.firsts[pair]!] ?? -1;
    const b = groupOfUnit[adjacency.seconds[pair]!] ?? -1;
    if (a < 0 || b < 0 || a === b) continue;
    touching[a]?.add(b);
    touching[b]?.add(a);
  }
  return touching.map((groups) => [...groups].sort((p, q) => p - q));
}
