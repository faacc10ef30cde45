import type { PartitionGraph } from "../partition/graph.ts";
import type { Priorities } from "../partition/options.ts";
import { partition } from "../partition/partition.ts";
import { attemptsAt, countsToTry, type Attempt } from "./attempts.ts";
import { excessOf, scoreOf } from "./divisionScore.ts";
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
  /** How often `partition` may try in all. */
  tries: number;
  /** Gets 0 to 1; answers whether to go on. */
  onProgress: (share: number) => boolean;
}

/** Separating neighbours of one group costs as much as separating so many others. */
const GROUP_COST = 6;
/** `partition` divides small graphs many times over: so much of it is enough once the range is kept. */
const ENOUGH_SHARE = 0.25;
/** Of all tries so many go to one way of trying; some thousand units are tried in a tenth of a second. */
const SHARE_OF_ATTEMPT = 0.25;
const FEWEST_TRIES = 4;

/** How often a graph may be tried so that so many units are tried in all: large graphs less often than small ones. */
export function triesFor(units: number, unitsTried: number): number {
  return Math.max(FEWEST_TRIES, Math.ceil(unitsTried / Math.max(1, units)));
}

/**
 * Divides a graph into parts within a range of loads, each in one piece where the ground is; where no
 * number was asked for, into as many as come nearest to the middle of the range and keep it. Tries
 * whole groups first, then single units, then limits before shape, and keeps the best.
 */
export function divideGraph(graph: PartitionGraph, request: DivisionRequest): Division {
  if (graph.count === 0) return { parts: new Int32Array(0), count: 0 };
  const total = graph.loads.reduce((sum, load) => sum + load, 0);
  const counts = countsToTry(graph, request);
  let best: (Division & { score: number }) | undefined;
  let [goesOn, tries] = [true, request.tries];
  for (const [round, count] of counts.entries()) {
    const onProgress = (share: number) => {
      tries--;
      goesOn &&= request.onProgress((round + share) / counts.length);
      return goesOn && tries > 0;
    };
    for (const attempt of attemptsAt(graph, { count, ideal: total / count }, request)) {
      const parts = tryOut(graph, attempt, count, { ...request, onProgress });
      const score = scoreOf(graph, { parts, count }, request);
      if (!best || score < best.score) best = { parts, count, score };
      if (!goesOn || tries <= 0) return best;
      // Whether the wishes are met is seen when all of them were tried.
      if (score < 1 && attempt.range === request.range) break;
    }
    if (best!.score < 1) break;
  }
  return best!;
}

function tryOut(
  graph: PartitionGraph,
  { nodes, nodeCount, range, priorities }: Attempt,
  count: number,
  { groups, seed, tries, onProgress }: DivisionRequest,
): Int32Array {
  const whole = nodeCount < graph.count ? contract(graph, nodes, nodeCount) : graph;
  let left = Math.ceil(tries * SHARE_OF_ATTEMPT);
  const parts = partition(whole, {
    parts: Math.min(count, nodeCount),
    seed,
    minLoad: range.min,
    maxLoad: range.max,
    priorities,
    onProgress: (share, best) => {
      if (!onProgress(share) || --left <= 0) return false;
      return share < ENOUGH_SHARE || excessOf(whole, best(), count, range) > 0;
    },
    ...(groups && { groups: groupsOfNodes(groups, nodes, nodeCount), groupCost: GROUP_COST }),
  });
  return nodes.map((node) => parts[node]!);
}

function groupsOfNodes(groups: Int32Array, nodes: Int32Array, count: number): Int32Array {
  const ofNodes = new Int32Array(count).fill(-1);
  nodes.forEach((node, unit) => (ofNodes[node] = groups[unit]!));
  return ofNodes;
}
