import type { Bench, Taste } from "./bench.ts";
import { changeNodes, type ChangeNodes } from "./changeNodes.ts";
import { currentGrids, hasMicroGrids } from "./current.ts";
import type { Layout } from "./layout.ts";
import { layoutOfNodes, moveNodes, targetOf } from "./moveNodes.ts";
import { cutOffIn, outsideOf } from "./moving.ts";

/**
 * Grids as they are, evened out. Whole micro-grids move, where there are any; for balance alone single
 * units do, and where few are to move whichever does better with fewer. What is cut off is mended first.
 */
export function rebalanceGrids(bench: Bench, taste: Taste): Layout {
  const { gridIds } = bench.free;
  const grids = currentGrids(bench);
  const asUnits = taste.priority === "balanced" || !hasMicroGrids(bench, grids);
  const kinds = asUnits ? [false] : taste.priority === "few-moves" ? [true, false] : [true];
  const tried = kinds.map((isWhole) => {
    const nodes = changeNodes(bench, grids, isWhole);
    const moved = moveNodes(bench, taste, nodes, {
      grids: nodes.grids,
      count: gridIds.length,
      fixed: nodes.fixed,
      moves: bench.goal.maxMoves ?? Infinity,
    });
    const { graph, min, max } = targetOf(bench, taste, nodes, gridIds.length);
    const outside = outsideOf(graph, moved, gridIds.length, min, max);
    return {
      nodes,
      moved,
      cutOff: cutOffIn(graph, moved),
      outside,
      units: movedUnits(nodes, moved),
    };
  });
  const isBetter = (a: (typeof tried)[0], b: (typeof tried)[0]) => {
    if (a.cutOff !== b.cutOff) return a.cutOff < b.cutOff;
    return Math.abs(a.outside - b.outside) > 1e-6 ? a.outside < b.outside : a.units < b.units;
  };
  const best = tried.reduce((a, b) => (isBetter(b, a) ? b : a));
  return layoutOfNodes(bench, best.nodes, best.moved, gridIds);
}

function movedUnits({ grids, sizes }: ChangeNodes, moved: Int32Array): number {
  const isMoved = (node: number) => grids[node]! >= 0 && grids[node] !== moved[node];
  return sizes.reduce((sum, size, node) => sum + (isMoved(node) ? size : 0), 0);
}
