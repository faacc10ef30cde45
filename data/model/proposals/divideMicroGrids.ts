import { allotParts } from "../partition/allot.ts";
import type { Bench, Report, Taste } from "./bench.ts";
import { divideGraph, triesFor, type Division } from "./divideGraph.ts";
import { membersOf } from "./layout.ts";
import { graphOfUnits } from "./subgraphs.ts";

const UNITS_TRIED = 40_000;

/** Micro-grids from nothing inside each grid, so that none reaches over a grid's border. */
export function divideMicroGrids(
  bench: Bench,
  grids: Division,
  taste: Taste,
  report: Report,
): Division {
  const { ground, free, goal, settings, seed } = bench;
  const parts = new Int32Array(ground.units.length).fill(-1);
  const members = membersOf(
    grids.parts.map((grid, unit) => (free.isFree[unit] ? grid : -1)),
    grids.count,
  );
  const [min, max] = settings.microGridHouseholds;
  const asked = goal.level === "micro-grid" ? goal.load : goal.microGridLoad;
  const counts = countsOf(bench, members);
  const groups = taste.priority === "whole-compounds" ? bench.compounds : bench.groups;
  let count = 0;
  members.forEach((units, grid) => {
    const graph = graphOfUnits(ground.graph, units);
    const households = Float64Array.from(units, (unit) => ground.households[unit]!);
    const [load, homes] = [sum(graph.loads), sum(households)];
    const perHousehold = homes > 0 ? load / homes : 1;
    const ofGrid = counts?.[grid];
    const near = ofGrid ? (load / ofGrid) * taste.tolerance : 0;
    const range = asked
      ? { min: asked[0], max: asked[1] }
      : ofGrid
        ? { min: load / ofGrid - near, max: load / ofGrid + near }
        : { min: min * perHousehold, max: max * perHousehold };
    const division = divideGraph(graph, {
      ...(ofGrid && { count: ofGrid }),
      range,
      also: { min, max, weights: households },
      evenness: goal.level === "micro-grid" ? taste.tolerance : Infinity,
      priorities: taste.priorities,
      ...(groups && { groups: Int32Array.from(units, (unit) => groups[unit]!) }),
      isGroupFirst: false,
      seed: seed + grid,
      tries: triesFor(ground.units.length, UNITS_TRIED),
      onProgress: (share) => report((grid + share) / members.length),
    });
    units.forEach((unit, node) => (parts[unit] = count + division.parts[node]!));
    count += division.count;
  });
  return { parts, count };
}

/** Where a number of micro-grids was asked for, each grid's share of it by load; locked ones count. */
function countsOf(
  { goal, ground, state, free }: Bench,
  members: readonly number[][],
): Uint32Array | undefined {
  if (goal.level !== "micro-grid" || goal.grids === undefined) return undefined;
  const loads = Float64Array.from(members, (units) =>
    units.reduce((total, unit) => total + ground.graph.loads[unit]!, 0),
  );
  const isFreeGrid = new Set(free.gridIds);
  const locked = [...state.microGrids.values()].filter(
    ({ gridId, isLocked }) => isLocked && isFreeGrid.has(gridId),
  );
  const unitCounts = Uint32Array.from(members, (units) => units.length);
  return allotParts(loads, unitCounts, Math.max(members.length, goal.grids - locked.length));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
