import type { ProposalGoal } from "../answers/proposals.ts";
import { stretch, type Bench, type Report, type Taste } from "./bench.ts";
import { addGrid, removeGrid } from "./changeGrids.ts";
import { rebalanceMicroGrids } from "./changeMicroGrids.ts";
import { currentGrids, currentMicroGrids } from "./current.ts";
import type { Division } from "./divideGraph.ts";
import { divideGrids } from "./divideGrids.ts";
import { divideMicroGrids } from "./divideMicroGrids.ts";
import { fitMicroGrids } from "./fitMicroGrids.ts";
import type { Layout } from "./layout.ts";
import { placeLoose } from "./placeLoose.ts";
import { rebalanceGrids } from "./rebalanceGrids.ts";
import { graphOfUnits } from "./subgraphs.ts";

/** The ways a goal is reached. */
export type Way =
  | "divide"
  | "divide-micro-grids"
  | "rebalance-grids"
  | "rebalance-micro-grids"
  | "add-grid"
  | "remove-grid"
  | "nothing";

/** How to reach a goal from the draft as it is: a division from nothing where there is nothing to change. */
export function wayTo(goal: ProposalGoal, { free, state }: Pick<Bench, "free" | "state">): Way {
  const hasGrids = free.gridIds.length > 0 && state.units.size > 0;
  if (goal.removeGrid !== undefined) {
    return free.gridIds.includes(goal.removeGrid) && free.gridIds.length > 1
      ? "remove-grid"
      : "nothing";
  }
  if (!hasGrids) return goal.level === "grid" ? "divide" : "divide-micro-grids";
  if (goal.addGridBeside !== undefined) return "add-grid";
  const isAsked = goal.grids !== undefined || goal.load !== undefined;
  const isChange = goal.maxMoves !== undefined || (!isAsked && goal.microGridLoad === undefined);
  if (goal.level === "micro-grid") {
    const isSame = goal.grids === undefined || goal.grids === free.microGridIds.length;
    return isChange && isSame && free.microGridIds.length > 0
      ? "rebalance-micro-grids"
      : "divide-micro-grids";
  }
  const isSame = goal.grids === undefined || goal.grids - free.lockedGrids === free.gridIds.length;
  if (isChange && isSame) return "rebalance-grids";
  return isAsked ? "divide" : "divide-micro-grids";
}

export function isChangeOf(way: Way): boolean {
  return way !== "divide" && way !== "divide-micro-grids";
}

export function solve(bench: Bench, way: Way, taste: Taste, report: Report): Layout {
  switch (way) {
    case "divide":
      return divide(bench, taste, report);
    case "divide-micro-grids":
      return divideWithin(bench, taste, report);
    case "rebalance-grids":
      return rebalanceGrids(bench, taste);
    case "rebalance-micro-grids":
      return rebalanceMicroGrids(bench, taste);
    case "add-grid":
      return addGrid(bench, taste, report);
    case "remove-grid":
      return removeGrid(bench, taste);
    case "nothing":
      return asItIs(bench);
  }
}

/** Grids from nothing, and inside them micro-grids from nothing, or the draft's own made to fit. */
function divide(bench: Bench, taste: Taste, report: Report): Layout {
  const grids = divideGrids(bench, taste, stretch(report, 0, 0.6));
  const isBoth = bench.goal.microGridLoad !== undefined;
  const microGrids = isBoth
    ? divideMicroGrids(bench, grids, taste, stretch(report, 0.6, 1))
    : fitMicroGrids(bench, grids, true);
  const known: (string | null)[] = isBoth ? [] : bench.free.microGridIds;
  return {
    grids: grids.parts,
    gridIds: new Array<null>(grids.count).fill(null),
    microGrids: microGrids.parts,
    microGridIds: [...known, ...new Array<null>(microGrids.count - known.length).fill(null)],
  };
}

/** Micro-grids from nothing inside the grids that are there; where there is none, inside one. */
function divideWithin(bench: Bench, taste: Taste, report: Report): Layout {
  const { free, ground, seed } = bench;
  const units = [...free.isFree.keys()].filter(
    (unit) => free.isFree[unit] || free.anchors[unit]! >= 0,
  );
  const gridIds = free.gridIds.length > 0 ? free.gridIds : [null];
  const current = currentGrids(bench);
  const local = Int32Array.from(units, (unit) => (free.gridIds.length > 0 ? current[unit]! : 0));
  const graph = graphOfUnits(ground.graph, units);
  const placed = placeLoose(graph, local, gridIds.length, { min: 0, max: Infinity }, seed);
  const parts = new Int32Array(ground.units.length).fill(-1);
  units.forEach((unit, i) => (parts[unit] = placed[i]!));
  const grids: Division = { parts, count: gridIds.length };
  const microGrids = divideMicroGrids(bench, grids, taste, report);
  return {
    grids: parts,
    gridIds,
    microGrids: microGrids.parts,
    microGridIds: new Array<null>(microGrids.count).fill(null),
  };
}

function asItIs(bench: Bench): Layout {
  return {
    grids: currentGrids(bench),
    gridIds: bench.free.gridIds,
    microGrids: currentMicroGrids(bench),
    microGridIds: bench.free.microGridIds,
  };
}
