import type { ProposalGoal } from "#data/model/answers/proposals.ts";
import { figuresOf, type PlanFigures } from "#data/model/planning/figures/figures.ts";
import type { FigureGround } from "#data/model/planning/figures/ground.ts";
import { layoutOf } from "#data/model/planning/layout.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import type { PlanLevel } from "#data/model/plans.ts";
import type { WishGround } from "./wish.ts";

/** One grid or micro-grid as a bar. */
export interface SizeBar {
  id: string;
  name: string;
  value: number;
  isOutside: boolean;
}

/** A division as it is compared with another: both are measured alike. */
export interface Picture {
  level: PlanLevel;
  /** Households, or the load as so many ordinary households. */
  counts: "households" | "load";
  limits: [least: number, most: number];
  /** Basic ones, by their order in the plan; dedicated ones have no size to keep. */
  bars: SizeBar[];
  outside: number;
  /** Worst difference from the mean load, as a share of it. */
  imbalance: number;
  uncovered: number;
  cutOff: number;
  splitCompounds: number;
  walkMeters: number;
}

export interface PictureGround {
  figures: FigureGround;
  unitIds: readonly string[];
  wish: WishGround;
}

/** Measures a state whose broken buildings are those of the ground. */
export function pictureOf(
  { figures: ground, unitIds, wish }: PictureGround,
  state: PlanState,
  goal: ProposalGoal,
): Picture {
  const layout = layoutOf(state, unitIds);
  const figures = figuresOf(ground, layout);
  const { level } = goal;
  const isGrid = level === "grid";
  const counts = goal.load ? "load" : "households";
  const perHousehold = wish.loadPerHousehold;
  const standard = isGrid ? wish.standard.grid : wish.standard.microGrid;
  const limits: Picture["limits"] = goal.load
    ? [goal.load[0] / perHousehold, goal.load[1] / perHousehold]
    : standard;
  const groups = isGrid ? figures.grids : figures.microGrids;
  const basic = basicGroups(state, isGrid ? layout.gridIds : layout.microGridIds, isGrid);
  const bars = basic.map(({ id, name, group }): SizeBar => {
    const value = goal.load ? groups.loads[group]! / perHousehold : groups.households[group]!;
    return { id, name, value, isOutside: isOutside(value, limits) };
  });
  return {
    ...{ level, counts, limits, bars },
    outside: bars.filter((bar) => bar.isOutside).length,
    imbalance: imbalanceOf(basic.map(({ group }) => groups.loads[group]!)),
    ...sharedFigures(figures),
  };
}

function basicGroups(state: PlanState, ids: readonly string[], isGrid: boolean) {
  return ids.flatMap((id, group) => {
    const microGrid = state.microGrids.get(id);
    const grid = state.grids.get(isGrid ? id : (microGrid?.gridId ?? ""));
    if (grid?.kind !== "basic") return [];
    return [{ id, group, name: (isGrid ? grid : microGrid)?.name ?? "" }];
  });
}

function sharedFigures({ uncovered, cutOff, compounds, walkMeters }: PlanFigures) {
  return { uncovered, cutOff, splitCompounds: compounds.split, walkMeters };
}

function imbalanceOf(loads: readonly number[]): number {
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  return mean > 0 ? Math.max(...loads.map((load) => Math.abs(load / mean - 1))) : 0;
}

/** Rounded as it is shown: nobody is told that 500 is more than 500. */
function isOutside(value: number, [least, most]: readonly [number, number]): boolean {
  return Math.round(value) < Math.round(least) || Math.round(value) > Math.round(most);
}

/**
 * A state as it can be drawn on the units of a draft: a building that it breaks and the draft does not
 * is shown whole, in the micro-grid that has most of it.
 */
export function drawableState(
  state: PlanState,
  broken: ReadonlySet<string>,
  buildings: readonly { id: string; entrances: readonly { id: string }[] }[],
): PlanState {
  const apart = buildings.filter(({ id }) => state.broken.has(id) !== broken.has(id));
  if (apart.length === 0) return state;
  const units = new Map(state.units);
  for (const { id, entrances } of apart) {
    const parts = entrances.flatMap((entrance) => units.get(entrance.id) ?? []);
    const most = mostFrequent(parts) ?? units.get(id);
    for (const unit of [id, ...entrances.map((entrance) => entrance.id)]) {
      if (most === undefined) units.delete(unit);
      else units.set(unit, most);
    }
  }
  return { ...state, units, broken };
}

function mostFrequent(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
