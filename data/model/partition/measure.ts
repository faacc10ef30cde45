import { componentsOf, piecesOf } from "./components.ts";
import type { PartitionGraph } from "./graph.ts";

/** A part further from the ideal load than this share counts as outside. */
const OUTSIDE_SHARE = 0.05;

export interface PartitionMeasures {
  /** The larger of `over` and `under`. */
  imbalance: number;
  /** How far the heaviest part is above the ideal load, as a share of it; 0 where none is. */
  over: number;
  /** How far the lightest part is below the ideal load, as a share of it. */
  under: number;
  /** Parts more than 5 % from the ideal load. */
  outside: number;
  /** Parts in more pieces than the components of the graph they lie in: cut apart where the ground is not. */
  disconnected: number;
  /** Parts that lie in more than one component of the graph. */
  spanning: number;
  /** Pairs of neighbours in different parts. */
  cut: number;
  /** Length of the open borders between them. */
  cutMeters: number;
  /** Load-weighted mean distance of the units to the centre of load of their part, metres. */
  distance: number;
  /** 1 where parts are as wide as long, towards 0 where they are strips; load-weighted mean. */
  compactness: number;
}

/** `assignment` holds the part of each unit, 0 to `parts` - 1, or less than 0 for none. */
export function measurePartition(
  graph: PartitionGraph,
  assignment: Int32Array,
  parts: number,
): PartitionMeasures {
  return {
    ...measureLoads(graph, assignment, parts),
    ...measurePieces(graph, assignment, parts),
    ...measureCut(graph, assignment),
    ...measureShapes(graph, assignment, parts),
  };
}

export function loadsOfParts(
  { loads }: PartitionGraph,
  assignment: Int32Array,
  parts: number,
): Float64Array {
  const sums = new Float64Array(parts);
  for (let unit = 0; unit < assignment.length; unit++) {
    const part = assignment[unit]!;
    if (part >= 0) sums[part]! += loads[unit]!;
  }
  return sums;
}

function measureLoads(graph: PartitionGraph, assignment: Int32Array, parts: number) {
  const sums = loadsOfParts(graph, assignment, parts);
  const ideal = sums.reduce((sum, load) => sum + load, 0) / parts || 1;
  let [over, under, outside] = [0, 0, 0];
  for (const sum of sums) {
    const off = sum / ideal - 1;
    over = Math.max(over, off);
    under = Math.max(under, -off);
    if (Math.abs(off) > OUTSIDE_SHARE + 1e-9) outside++;
  }
  return { imbalance: Math.max(over, under), over, under, outside };
}

function measurePieces(graph: PartitionGraph, assignment: Int32Array, parts: number) {
  const components = componentsOf(graph).ofUnit;
  const pieces = piecesOf(graph, assignment);
  const seenPiece = new Uint8Array(pieces.count);
  const piecesOfPart = new Int32Array(parts);
  const componentsOfPart: Set<number>[] = Array.from({ length: parts }, () => new Set());
  for (let unit = 0; unit < graph.count; unit++) {
    const piece = pieces.ofUnit[unit]!;
    if (piece < 0 || seenPiece[piece]) continue;
    seenPiece[piece] = 1;
    piecesOfPart[assignment[unit]!]!++;
    componentsOfPart[assignment[unit]!]!.add(components[unit]!);
  }
  let [disconnected, spanning] = [0, 0];
  for (let part = 0; part < parts; part++) {
    if (piecesOfPart[part]! > componentsOfPart[part]!.size) disconnected++;
    if (componentsOfPart[part]!.size > 1) spanning++;
  }
  return { disconnected, spanning };
}

function measureCut(
  { count, offsets, neighbours, borderMeters }: PartitionGraph,
  assignment: Int32Array,
) {
  let [cut, cutMeters] = [0, 0];
  for (let unit = 0; unit < count; unit++) {
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      if (neighbours[i]! < unit || assignment[neighbours[i]!] === assignment[unit]) continue;
      cut++;
      cutMeters += borderMeters[i]!;
    }
  }
  return { cut, cutMeters };
}

function measureShapes(graph: PartitionGraph, assignment: Int32Array, parts: number) {
  const { x, y, loads } = graph;
  const centres = centresOf(graph, assignment, parts);
  const [xx, xy, yy] = [new Float64Array(parts), new Float64Array(parts), new Float64Array(parts)];
  let [sum, total] = [0, 0];
  for (let unit = 0; unit < assignment.length; unit++) {
    const part = assignment[unit]!;
    if (part < 0) continue;
    const dx = x[unit]! - centres.x[part]!;
    const dy = y[unit]! - centres.y[part]!;
    const load = loads[unit]!;
    xx[part]! += load * dx * dx;
    xy[part]! += load * dx * dy;
    yy[part]! += load * dy * dy;
    sum += load * Math.sqrt(dx * dx + dy * dy);
    total += load;
  }
  let round = 0;
  for (let part = 0; part < parts; part++) {
    const trace = xx[part]! + yy[part]!;
    const determinant = Math.max(0, xx[part]! * yy[part]! - xy[part]! * xy[part]!);
    // The ratio of the geometric to the arithmetic mean of the two principal moments.
    const roundness = trace > 0 ? (2 * Math.sqrt(determinant)) / trace : 1;
    round += centres.loads[part]! * roundness;
  }
  return { distance: total > 0 ? sum / total : 0, compactness: total > 0 ? round / total : 1 };
}

/** The centres of load of the parts; a part without load has none and answers 0, 0. */
export function centresOf(
  { x, y, loads }: PartitionGraph,
  assignment: Int32Array,
  parts: number,
): { x: Float64Array; y: Float64Array; loads: Float64Array } {
  const [sumX, sumY] = [new Float64Array(parts), new Float64Array(parts)];
  const sums = new Float64Array(parts);
  for (let unit = 0; unit < assignment.length; unit++) {
    const part = assignment[unit]!;
    if (part < 0) continue;
    const load = loads[unit]!;
    sums[part]! += load;
    sumX[part]! += load * x[unit]!;
    sumY[part]! += load * y[unit]!;
  }
  for (let part = 0; part < parts; part++) {
    if (sums[part] === 0) continue;
    sumX[part]! /= sums[part]!;
    sumY[part]! /= sums[part]!;
  }
  return { x: sumX, y: sumY, loads: sums };
}
