import type { PlanState } from "#data/model/planning/state.ts";
import type { PlanLevel } from "#data/model/plans.ts";
import type { PaintTarget } from "#web/state/planBrush.svelte.ts";

/** What can be painted with, in the order of the list. */
export function targetsOf(state: PlanState, level: PlanLevel): PaintTarget[] {
  const grids = [...state.grids].sort(([, a], [, b]) => a.ordinal - b.ordinal);
  return grids.flatMap(([gridId]): PaintTarget[] => {
    const own = microGridsIn(state, gridId);
    if (level === "grid") return [{ gridId, microGridId: own[0] ?? null }];
    return own.map((microGridId) => ({ gridId, microGridId }));
  });
}

/** Of a grid, by ordinal. */
export function microGridsIn(state: PlanState, gridId: string): string[] {
  return [...state.microGrids]
    .filter(([, facts]) => facts.gridId === gridId)
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([id]) => id);
}
