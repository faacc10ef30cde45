import type { Bench, Report, Taste } from "./bench.ts";
import { changeNodes, type ChangeNodes } from "./changeNodes.ts";
import { currentGrids, hasMicroGrids } from "./current.ts";
import { divideGraph, triesFor } from "./divideGraph.ts";
import type { Layout } from "./layout.ts";
import { layoutOfNodes, moveNodesNear, targetOf, withNeighbours } from "./moveNodes.ts";
import { joinNearest, placeLoose } from "./placeLoose.ts";
import { graphOfUnits } from "./subgraphs.ts";

const UNITS_TRIED = 60_000;

/** A grid more: the named or fullest one is cut in two; then what lies about it is evened out, unless few are to move. */
export function addGrid(bench: Bench, taste: Taste, report: Report): Layout {
  const { gridIds } = bench.free;
  const grids = currentGrids(bench);
  const isWhole = taste.priority !== "balanced" && hasMicroGrids(bench, grids);
  const nodes = changeNodes(bench, grids, isWhole);
  const target = gridToHalve(bench, nodes);
  const halved = halve(bench, taste, nodes, target, report);
  const near = withNeighbours(nodes, halved, new Set([target, gridIds.length]));
  const moved =
    taste.priority === "few-moves"
      ? joinNearest(nodes.graph, halved)
      : moveNodesNear(bench, taste, nodes, near, {
          grids: halved,
          moves: bench.goal.maxMoves ?? Infinity,
        });
  return layoutOfNodes(bench, nodes, moved, [...gridIds, null]);
}

/** A grid less: its micro-grids, or its units where it has one alone, go to the grids beside it. */
export function removeGrid(bench: Bench, taste: Taste): Layout {
  const gone = bench.free.gridIds.indexOf(bench.goal.removeGrid ?? "");
  const gridIds = bench.free.gridIds.filter((_, place) => place !== gone);
  const grids = currentGrids(bench);
  const isWhole = hasMicroGrids(
    bench,
    grids.map((grid) => (grid === gone ? grid : -1)),
  );
  const nodes = changeNodes(bench, grids, isWhole);
  const left = nodes.grids.map((grid) => (grid === gone ? -1 : grid > gone ? grid - 1 : grid));
  const target = targetOf(bench, taste, nodes, gridIds.length);
  const placed = placeLoose(target.graph, left, gridIds.length, target, bench.seed);
  const receiving = new Set(placed.filter((_, node) => left[node]! < 0));
  const moved =
    taste.priority === "few-moves"
      ? placed
      : moveNodesNear(bench, taste, nodes, receiving, {
          grids: placed,
          moves: bench.goal.maxMoves ?? Infinity,
        });
  return layoutOfNodes(bench, nodes, moved, gridIds);
}

/** The one named, where it is free, or else that of the greatest load. */
function gridToHalve({ free, goal }: Bench, { graph, grids }: ChangeNodes): number {
  const named = free.gridIds.indexOf(goal.addGridBeside ?? "");
  if (named >= 0) return named;
  const loads = new Float64Array(free.gridIds.length);
  grids.forEach((grid, node) => grid >= 0 && (loads[grid]! += graph.loads[node]!));
  return loads.reduce((best, load, grid) => (load > loads[best]! ? grid : best), 0);
}

/** The grids with a new one, which takes the half with fewer units. */
function halve(bench: Bench, taste: Taste, nodes: ChangeNodes, target: number, report: Report) {
  const members = [...nodes.grids.keys()].filter((node) => nodes.grids[node] === target);
  const graph = graphOfUnits(nodes.graph, members);
  const half = graph.loads.reduce((sum, load) => sum + load, 0) / 2;
  const { parts } = divideGraph(graph, {
    count: 2,
    range: { min: half * (1 - taste.tolerance), max: half * (1 + taste.tolerance) },
    evenness: taste.tolerance,
    priorities: taste.priorities,
    ...(nodes.groups && { groups: Int32Array.from(members, (node) => nodes.groups![node]!) }),
    isGroupFirst: false,
    seed: bench.seed,
    tries: triesFor(graph.count, UNITS_TRIED),
    onProgress: report,
  });
  const weights = [0, 0];
  members.forEach((node, i) => {
    // The half of a locked micro-grid stays, whatever its size.
    weights[parts[i]!]! += nodes.fixed[node] ? Infinity : nodes.sizes[node]!;
  });
  const leaving = weights[1]! <= weights[0]! ? 1 : 0;
  const halved = nodes.grids.slice();
  members.forEach((node, i) => {
    if (parts[i] === leaving && !nodes.fixed[node]) halved[node] = bench.free.gridIds.length;
  });
  return halved;
}
