import { componentsOf, piecesOf } from "../partition/components.ts";
import type { PartitionGraph } from "../partition/graph.ts";
import { loadsOfParts, measurePartition } from "../partition/measure.ts";
import type { Priorities } from "../partition/options.ts";
import { partition } from "../partition/partition.ts";
import { contract } from "./subgraphs.ts";

export interface Division {
  parts: Int32Array;
  count: number;
}

export interface Range {
  min: number;
  max: number;
}

export interface DivisionRequest {
  /** How many parts; without it, as many as the range asks for. */
  count?: number;
  /** Loads allowed in each part. */
  range: Range;
  /** How near to the ideal load parts are tried to be first, as a share of it. */
  evenness: number;
  /** A second size that parts should keep, where they can. */
  also?: Range & { weights: Float64Array };
  priorities: Priorities;
  /** Units that belong together: a group from 0 per unit, -1 for none. */
  groups?: Int32Array;
  /** Whether groups come before the range. */
  isGroupFirst: boolean;
  seed: number;
  /** Gets 0 to 1; answers whether to go on. */
  onProgress: (share: number) => boolean;
}

/** Separating neighbours of one group costs as much as separating so many others. */
const GROUP_COST = 6;
/** `partition` divides small graphs many times over: this share of it is enough once the range is kept. */
const ENOUGH_TRIES = 0.25;
/** What is sought instead where the wished for leaves parts outside. */
const LIMITS_FIRST: Priorities = { distance: 0.5, cut: 0.5, balance: 4 };

/**
 * Divides a graph into parts within a range of loads, each in one piece where the ground is; where no
 * number was asked for, into as many as come nearest to the middle of the range and keep it. Tries
 * whole groups first, then single units, and keeps the best.
 */
export function divideGraph(graph: PartitionGraph, request: DivisionRequest): Division {
  if (graph.count === 0) return { parts: new Int32Array(0), count: 0 };
  const total = graph.loads.reduce((sum, load) => sum + load, 0);
  const counts = countsToTry(total, graph.count, request);
  let best: (Division & { score: number }) | undefined;
  for (const [attempt, count] of counts.entries()) {
    const onProgress = (share: number) => request.onProgress((attempt + share) / counts.length);
    for (const priorities of [request.priorities, LIMITS_FIRST]) {
      for (const nodes of nodesToTry(graph, request)) {
        for (const range of rangesToTry(total / count, request)) {
          const parts = attemptAt(graph, nodes, count, {
            ...request,
            range,
            priorities,
            onProgress,
          });
          const score = scoreOf(graph, parts, count, request);
          if (!best || score < best.score) best = { parts, count, score };
        }
      }
      if (best!.score < 1) return best!;
    }
    if (!onProgress(1)) break;
  }
  return best!;
}

/** From the middle of the range outwards; the nearest possible where no number keeps it. */
function countsToTry(total: number, units: number, { count, range }: DivisionRequest): number[] {
  if (count !== undefined) return [Math.max(1, Math.min(count, units))];
  const { min, max } = range;
  const wanted = Math.round(total / Math.max(1e-9, (min + max) / 2));
  const least = Math.max(1, Math.ceil(total / max - 1e-9));
  const most = Math.max(least, Math.floor(total / Math.max(1e-9, min) + 1e-9));
  const middle = Math.max(least, Math.min(wanted, most));
  const counts = [0, 1, -1, 2, -2]
    .map((step) => middle + step)
    .filter((value) => value >= least && value <= most && value <= units);
  return counts.length > 0 ? counts : [units];
}

/** About the ideal, within the range; and the range itself. */
function rangesToTry(ideal: number, { range, evenness }: DivisionRequest): Range[] {
  const min = Math.max(range.min, ideal * (1 - evenness));
  const max = Math.min(range.max, ideal * (1 + evenness));
  const isNarrower = min > range.min || max < range.max;
  return isNarrower && min <= ideal && ideal <= max ? [{ min, max }, range] : [range];
}

/** The nodes that are moved as one: whole groups first, where there are any, then units. */
function nodesToTry(
  graph: PartitionGraph,
  { groups, range, isGroupFirst }: DivisionRequest,
): Int32Array[] {
  const single = Int32Array.from({ length: graph.count }, (_, unit) => unit);
  if (!groups) return [single];
  const whole = wholeGroups(graph, groups, range.max);
  return isGroupFirst ? [whole] : [whole, single];
}

/** The node of each unit: one for each piece of a group, where that fits into a part, and one for every other unit. */
function wholeGroups(graph: PartitionGraph, groups: Int32Array, max: number): Int32Array {
  const pieces = piecesOf(graph, groups);
  const loads = loadsOfParts(graph, pieces.ofUnit, pieces.count);
  const nodeOfPiece = new Int32Array(pieces.count).fill(-1);
  let count = 0;
  return pieces.ofUnit.map((piece) => {
    if (piece < 0 || loads[piece]! > max) return count++;
    if (nodeOfPiece[piece]! < 0) nodeOfPiece[piece] = count++;
    return nodeOfPiece[piece]!;
  });
}

function attemptAt(
  graph: PartitionGraph,
  nodes: Int32Array,
  count: number,
  { range, groups, priorities, seed, onProgress }: DivisionRequest,
): Int32Array {
  const nodeCount = nodes.reduce((most, node) => Math.max(most, node), -1) + 1;
  const whole = nodeCount < graph.count ? contract(graph, nodes, nodeCount) : graph;
  const options = {
    parts: Math.min(count, nodeCount),
    seed,
    minLoad: range.min,
    maxLoad: range.max,
    priorities,
    onProgress: (share: number, best: () => Int32Array) =>
      onProgress(share) && !isGoodEnough(whole, best(), share, range),
    ...(groups && { groups: groupsOfNodes(groups, nodes, nodeCount), groupCost: GROUP_COST }),
  };
  const parts = partition(whole, options);
  return nodes.map((node) => parts[node]!);
}

function isGoodEnough(graph: PartitionGraph, parts: Int32Array, share: number, range: Range) {
  if (share < ENOUGH_TRIES) return false;
  const count = parts.reduce((most, part) => Math.max(most, part), 0) + 1;
  return excess(loadsOfParts(graph, parts, count), range) === 0;
}

function groupsOfNodes(groups: Int32Array, nodes: Int32Array, count: number): Int32Array {
  const ofNodes = new Int32Array(count).fill(-1);
  nodes.forEach((node, unit) => (ofNodes[node] = groups[unit]!));
  return ofNodes;
}

/** Under 1 where all limits are kept. What is outside counts most, then groups cut apart, then shape. */
function scoreOf(
  graph: PartitionGraph,
  parts: Int32Array,
  count: number,
  { range, also, groups, isGroupFirst, priorities }: DivisionRequest,
): number {
  const measures = measurePartition(graph, parts, count);
  const outside = excess(loadsOfParts(graph, parts, count), range);
  const alsoOutside = also
    ? excess(loadsOfParts({ ...graph, loads: also.weights }, parts, count), also)
    : 0;
  const components = componentsOf(graph).count;
  const apart = measures.disconnected / count + (measures.spanning / count) * (1 / components);
  const split = groups ? splitGroups(groups, parts) : 0;
  const shape =
    (priorities.balance * measures.imbalance + priorities.distance * (1 - measures.compactness)) /
    (priorities.balance + priorities.distance || 1);
  const groupCost = isGroupFirst ? 100 : 0.1;
  return (
    100 * measures.disconnected +
    10 * outside +
    5 * alsoOutside +
    groupCost * split +
    Math.min(0.5, 0.4 * shape + 0.1 * apart)
  );
}

/** How many parts are outside and by how much, in parts of the range's bounds. */
function excess(sums: Float64Array, { min, max }: Range): number {
  return sums.reduce((sum, load) => {
    if (load > max + 1e-9) return sum + 1 + (load - max) / (max || 1);
    return load < min - 1e-9 ? sum + 1 + (min - load) / min : sum;
  }, 0);
}

function splitGroups(groups: Int32Array, parts: Int32Array): number {
  const first = new Map<number, number>();
  const split = new Set<number>();
  groups.forEach((group, unit) => {
    if (group < 0) return;
    const known = first.get(group);
    if (known === undefined) first.set(group, parts[unit]!);
    else if (known !== parts[unit]) split.add(group);
  });
  return split.size;
}
