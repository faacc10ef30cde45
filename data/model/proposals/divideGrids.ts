import { rebalance } from "../partition/rebalance.ts";
import type { Bench, Report, Taste } from "./bench.ts";
import { divideGraph, triesFor, type Division, type Range } from "./divideGraph.ts";
import { contract } from "./subgraphs.ts";

const UNITS_TRIED = 60_000;

/** Grids from nothing on the free ground: so many as the goal asks for, or as its load asks for. */
export function divideGrids(bench: Bench, taste: Taste, report: Report): Division {
  const { ground, goal, settings, free, seed } = bench;
  const { nodes, anchors, units } = nodesOf(bench);
  const graph = contract(ground.graph, nodes, units.length);
  const households = contract({ ...ground.graph, loads: ground.households }, nodes, units.length);
  const asked = goal.level === "grid" ? goal.grids : undefined;
  const least = new Set(anchors.filter((place) => place >= 0)).size;
  const count = asked && Math.max(1, least, asked - free.lockedGrids);
  const range = rangeOf(bench, taste, sum(graph.loads), sum(households.loads), count);
  const [min, max] = settings.gridHouseholds;
  const groups = taste.priority === "whole-compounds" ? bench.compounds : bench.groups;
  const division = divideGraph(graph, {
    ...(count && { count }),
    range,
    also: { min, max, weights: households.loads },
    evenness: taste.tolerance,
    priorities: taste.priorities,
    ...(groups && { groups: Int32Array.from(units, (unit) => groups[unit]!) }),
    isGroupFirst: taste.priority === "whole-compounds",
    seed,
    tries: triesFor(graph.count, UNITS_TRIED),
    onProgress: report,
  });
  const parts = partAnchors(graph, division, anchors, range, seed);
  return { count: division.count, parts: nodes.map((node) => (node < 0 ? -1 : parts[node]!)) };
}

/** Every free unit is a node; the locked micro-grids of one grid are one together. */
function nodesOf({ free }: Bench) {
  const units: number[] = [];
  const nodeOfAnchor = new Map<number, number>();
  const nodes = free.isFree.reduce((nodes, isFree, unit) => {
    const anchor = free.anchors[unit]!;
    const known = nodeOfAnchor.get(anchor);
    if (known !== undefined) nodes[unit] = known;
    else if (isFree || anchor >= 0) {
      nodes[unit] = units.length;
      if (anchor >= 0) nodeOfAnchor.set(anchor, units.length);
      units.push(unit);
    }
    return nodes;
  }, new Int32Array(free.isFree.length).fill(-1));
  return { nodes, units, anchors: units.map((unit) => free.anchors[unit]!) };
}

/** Loads between which grids are to be: what was asked for, or the community's own, or about the ideal. */
function rangeOf(
  { goal, settings }: Bench,
  { tolerance }: Taste,
  load: number,
  households: number,
  count: number | undefined,
): Range {
  const asked = goal.level === "grid" ? goal.load : undefined;
  const [least, most] = settings.gridHouseholds;
  const perHousehold = households > 0 ? load / households : 1;
  const range = asked
    ? { min: asked[0], max: asked[1] }
    : { min: least * perHousehold, max: most * perHousehold };
  if (asked || count === undefined) return range;
  const ideal = load / count;
  return { min: ideal * (1 - tolerance), max: ideal * (1 + tolerance) };
}

/** Two grids with locked micro-grids never become one: the second moves on to the nearest part without any. */
function partAnchors(
  graph: Parameters<typeof rebalance>[0],
  { parts, count }: Division,
  anchors: readonly number[],
  { min, max }: Range,
  seed: number,
): Int32Array {
  const anchored = [...anchors.keys()].filter((node) => anchors[node]! >= 0);
  const taken = new Set(anchored.map((node) => parts[node]!));
  if (taken.size === anchored.length) return parts;
  const next = parts.slice();
  const seen = new Set<number>();
  for (const node of anchored) {
    if (seen.has(next[node]!)) {
      const distance = (other: number) =>
        Math.hypot(graph.x[other]! - graph.x[node]!, graph.y[other]! - graph.y[node]!);
      const open = [...parts.keys()].filter((other) => !taken.has(next[other]!));
      const nearest = open.reduce((a, b) => (distance(b) < distance(a) ? b : a));
      next[node] = next[nearest]!;
    }
    seen.add(next[node]!);
    taken.add(next[node]!);
  }
  const fixed = Uint8Array.from(anchors, (place) => (place >= 0 ? 1 : 0));
  return rebalance(graph, next, { parts: count, seed, minLoad: min, maxLoad: max, fixed });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
