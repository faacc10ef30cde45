import type { PartitionGraph } from "../partition/graph.ts";
import type { Bench, Taste } from "./bench.ts";
import type { ChangeNodes } from "./changeNodes.ts";
import type { Range } from "./divideGraph.ts";
import { fitMicroGrids } from "./fitMicroGrids.ts";
import type { Layout } from "./layout.ts";
import { moveWithin } from "./moving.ts";
import { joinNearest } from "./placeLoose.ts";
import { graphOfUnits } from "./subgraphs.ts";

const GROUP_COST = 4;

export interface NodeMoves {
  /** The grid of each node, -1 for nodes to be placed. */
  grids: Int32Array;
  count: number;
  /** 1 for nodes that stay. */
  fixed: Uint8Array;
  /** As many as reach what can be reached, or as few as do. */
  moves: number | "least";
}

/** Evens grids out by moving nodes between them. */
export function moveNodes(
  bench: Bench,
  taste: Taste,
  nodes: ChangeNodes,
  { grids, count, fixed, moves }: NodeMoves,
): Int32Array {
  if (count === 0) return grids;
  const { graph, min, max } = targetOf(bench, taste, nodes, count);
  const moved = moveWithin(graph, grids, {
    parts: count,
    seed: bench.seed,
    minLoad: min,
    maxLoad: max,
    priorities: taste.priorities,
    ...(nodes.groups && { groups: nodes.groups, groupCost: GROUP_COST }),
    fixed,
    sizes: nodes.sizes,
    moves: taste.priority === "few-moves" ? "least" : moves,
    mostMoves: moves === "least" ? Infinity : moves,
  });
  return joinNearest(graph, moved);
}

/** The sizes to be reached, and what is counted: the loads asked for, or even ones, or a community's own households. */
export function targetOf(
  { goal, settings }: Pick<Bench, "goal" | "settings">,
  taste: Taste,
  { graph, households }: ChangeNodes,
  count: number,
): Range & { graph: PartitionGraph } {
  const ideal = graph.loads.reduce((sum, load) => sum + load, 0) / Math.max(1, count);
  const even = { min: ideal * (1 - taste.tolerance), max: ideal * (1 + taste.tolerance) };
  if (goal.load) {
    const [min, max] = goal.load;
    const isBoth = taste.priority === "balanced" && min <= ideal && ideal <= max;
    if (!isBoth) return { graph, min, max };
    return { graph, min: Math.max(min, even.min), max: Math.min(max, even.max) };
  }
  const isToSettings = goal.maxMoves === "least" && taste.priority === "few-moves";
  if (!isToSettings || !households.some((homes) => homes > 0)) return { graph, ...even };
  const [min, max] = settings.gridHouseholds;
  return { graph: { ...graph, loads: households }, min, max };
}

/** What units do when their nodes have moved; micro-grids that a new border cuts are mended. */
export function layoutOfNodes(
  bench: Bench,
  { ofUnit }: ChangeNodes,
  grids: Int32Array,
  gridIds: readonly (string | null)[],
): Layout {
  const parts = ofUnit.map((node) => (node < 0 ? -1 : grids[node]!));
  const microGrids = fitMicroGrids(bench, { parts, count: gridIds.length }, false);
  const made = microGrids.count - bench.free.microGridIds.length;
  return {
    grids: parts,
    gridIds: [...gridIds],
    microGrids: microGrids.parts,
    microGridIds: [...bench.free.microGridIds, ...new Array<null>(made).fill(null)],
  };
}

/** The same among some of the grids: what is far away is left in peace, and does not say what is even. */
export function moveNodesNear(
  bench: Bench,
  taste: Taste,
  nodes: ChangeNodes,
  near: ReadonlySet<number>,
  { grids, moves }: Pick<NodeMoves, "grids" | "moves">,
): Int32Array {
  const members = [...grids.keys()].filter((node) => near.has(grids[node]!));
  const places = [...near].filter((grid) => grid >= 0).sort((a, b) => a - b);
  const pick = (values: Int32Array) => Int32Array.from(members, (node) => values[node]!);
  const local: ChangeNodes = {
    ...nodes,
    graph: graphOfUnits(nodes.graph, members),
    households: Float64Array.from(members, (node) => nodes.households[node]!),
    sizes: Uint32Array.from(members, (node) => nodes.sizes[node]!),
    fixed: Uint8Array.from(members, (node) => nodes.fixed[node]!),
    groups: nodes.groups && pick(nodes.groups),
  };
  const placeOf = new Map(places.map((grid, place) => [grid, place]));
  const moved = moveNodes(bench, taste, local, {
    grids: pick(grids).map((grid) => placeOf.get(grid) ?? -1),
    count: places.length,
    fixed: local.fixed,
    moves,
  });
  const answer = grids.slice();
  members.forEach((node, i) => (answer[node] = places[moved[i]!]!));
  return joinNearest(nodes.graph, answer);
}

/** The grids and those beside them. */
export function withNeighbours(
  { graph }: ChangeNodes,
  gridOfNode: Int32Array,
  grids: ReadonlySet<number>,
): Set<number> {
  const near = new Set(grids);
  for (let node = 0; node < graph.count; node++) {
    if (!grids.has(gridOfNode[node]!)) continue;
    for (let i = graph.offsets[node]!; i < graph.offsets[node + 1]!; i++) {
      near.add(gridOfNode[graph.neighbours[i]!]!);
    }
  }
  return near;
}
