import type { Bench, Taste } from "./bench.ts";
import { currentGrids, currentMicroGrids } from "./current.ts";
import type { Layout } from "./layout.ts";
import { limitsFor } from "./limits.ts";
import { moveWithin } from "./moving.ts";
import { joinNearest } from "./placeLoose.ts";
import { graphOfUnits, withoutLinksBetween } from "./subgraphs.ts";

/** Micro-grids as they are, evened out: single units move, each within its grid, so that no worker loses any. */
export function rebalanceMicroGrids(bench: Bench, taste: Taste): Layout {
  const { ground, free, goal, settings, seed } = bench;
  const units = [...free.isFree.keys()].filter((unit) => free.isFree[unit]);
  const current = currentMicroGrids(bench);
  const grids = currentGrids(bench);
  const limits = limitsFor(goal, "micro-grid", settings);
  const pick = (values: Int32Array) => Int32Array.from(units, (unit) => values[unit]!);
  const loads = limits.of === "load" ? ground.graph.loads : ground.households;
  const graph = withoutLinksBetween(graphOfUnits({ ...ground.graph, loads }, units), pick(grids));
  const moves = goal.maxMoves ?? Infinity;
  const { parts, places } = withoutEmpty(pick(current));
  const moved = moveWithin(graph, parts, {
    parts: places.length,
    seed,
    minLoad: limits.min,
    maxLoad: limits.max,
    priorities: taste.priorities,
    ...(bench.groups && { groups: pick(bench.groups), groupCost: 4 }),
    sizes: new Uint32Array(units.length).fill(1),
    moves: taste.priority === "few-moves" ? "least" : moves,
    mostMoves: moves === "least" ? Infinity : moves,
  });
  const placed = joinNearest(graph, moved);
  const microGrids = new Int32Array(ground.units.length).fill(-1);
  units.forEach((unit, i) => (microGrids[unit] = places[placed[i]!] ?? -1));
  return {
    grids: gridsBy(bench, grids, microGrids),
    gridIds: [...free.gridIds],
    microGrids,
    microGridIds: [...free.microGridIds],
  };
}

/**
 * The micro-grids that have units, counted anew. An empty one would be grown wherever there is much to
 * do, and take units of another grid's worker.
 */
function withoutEmpty(current: Int32Array): { parts: Int32Array; places: number[] } {
  const places = [...new Set(current)].filter((place) => place >= 0).sort((a, b) => a - b);
  const partOf = new Map(places.map((place, part) => [place, part]));
  return { parts: current.map((place) => partOf.get(place) ?? -1), places };
}

/** Uncovered units come into the grid of their micro-grid. */
function gridsBy({ free, state }: Bench, grids: Int32Array, microGrids: Int32Array): Int32Array {
  const placeOf = new Map(free.gridIds.map((id, place) => [id, place]));
  return grids.map((grid, unit) => {
    const microGridId = free.microGridIds[microGrids[unit]!];
    return placeOf.get(state.microGrids.get(microGridId ?? "")?.gridId ?? "") ?? grid;
  });
}
