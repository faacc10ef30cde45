import { piecesOf } from "../partition/components.ts";
import type { PartitionGraph } from "../partition/graph.ts";
import { loadsOfParts } from "../partition/measure.ts";
import type { Priorities } from "../partition/options.ts";
import type { DivisionRequest, Range } from "./divideGraph.ts";

/** What is sought instead where the wished for leaves parts outside. */
const LIMITS_FIRST: Priorities = { distance: 0.5, cut: 0.5, balance: 4 };

/** One way to try a division. */
export interface Attempt {
  priorities: Priorities;
  range: Range;
  /** The node of each unit: what is one node stays together. */
  nodes: Int32Array;
  nodeCount: number;
}

/**
 * The numbers of parts to try, from the middle of the range outwards; the nearest possible where none
 * keeps it. A unit that is too large by itself has a part of its own.
 */
export function countsToTry(
  { loads, count: units }: PartitionGraph,
  { count, range: { min, max } }: DivisionRequest,
): number[] {
  if (count !== undefined) return [Math.max(1, Math.min(count, units))];
  const alone = loads.filter((load) => load > max).length;
  const rest = loads.reduce((sum, load) => sum + (load > max ? 0 : load), 0);
  const wanted = Math.round(rest / Math.max(1e-9, (min + max) / 2));
  const least = Math.ceil(rest / Math.max(1e-9, max) - 1e-9);
  const most = Math.max(least, Math.floor(rest / Math.max(1e-9, min) + 1e-9));
  const middle = Math.max(least, Math.min(wanted, most));
  const counts = [0, 1, -1, 2, -2]
    .map((step) => middle + step)
    .filter((value) => value >= least && value <= most)
    .map((value) => Math.max(1, value + alone))
    .filter((value) => value <= units);
  return counts.length > 0 ? [...new Set(counts)] : [units];
}

/** As wished for, on whole groups first where there are any; then for the limits alone. */
export function attemptsAt(
  graph: PartitionGraph,
  { count, ideal }: { count: number; ideal: number },
  request: DivisionRequest,
): Attempt[] {
  const nodings = nodingsOf(graph, count, request);
  const ranges = rangesOf(ideal, request);
  return [request.priorities, LIMITS_FIRST].flatMap((priorities) =>
    nodings.flatMap((noding) => ranges.map((range) => ({ priorities, range, ...noding }))),
  );
}

/** About the ideal, within the range; and the range itself. */
function rangesOf(ideal: number, { range, evenness }: DivisionRequest): Range[] {
  const min = Math.max(range.min, ideal * (1 - evenness));
  const max = Math.min(range.max, ideal * (1 + evenness));
  const isNarrower = min > range.min || max < range.max;
  return isNarrower && min <= ideal && ideal <= max ? [{ min, max }, range] : [range];
}

function nodingsOf(
  graph: PartitionGraph,
  count: number,
  { groups, range, isGroupFirst }: DivisionRequest,
): Pick<Attempt, "nodes" | "nodeCount">[] {
  const nodes = Int32Array.from({ length: graph.count }, (_, unit) => unit);
  const single = { nodes, nodeCount: graph.count };
  if (!groups) return [single];
  const whole = wholeGroups(graph, groups, range.max);
  // Fewer groups than parts: some have to be cut.
  return isGroupFirst && whole.nodeCount >= count ? [whole] : [whole, single];
}

/** One node for each piece of a group, where that fits into a part, and one for every other unit. */
function wholeGroups(graph: PartitionGraph, groups: Int32Array, max: number) {
  const pieces = piecesOf(graph, groups);
  const loads = loadsOfParts(graph, pieces.ofUnit, pieces.count);
  const nodeOfPiece = new Int32Array(pieces.count).fill(-1);
  let nodeCount = 0;
  const nodes = pieces.ofUnit.map((piece) => {
    if (piece < 0 || loads[piece]! > max) return nodeCount++;
    if (nodeOfPiece[piece]! < 0) nodeOfPiece[piece] = nodeCount++;
    return nodeOfPiece[piece]!;
  });
  return { nodes, nodeCount };
}
