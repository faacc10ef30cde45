import type { PlanState } from "#data/model/planning/state.ts";
import type { PlanLevel } from "#data/model/plans.ts";
import type { PaintTarget } from "#web/state/planBrush.svelte.ts";

/** What can be painted with, in the order of the list. */
export function targetsOf(state: PlanState, level: PlanLevel): PaintTarget[] {
  const grids = [...state.grids].sort(([, a], [, b]) => a.ordinal - b.ordinal);
  const microGrids = new Map<string, string[]>(grids.map(([gridId]) => [gridId, []]));
  for (const [id, { gridId }] of byOrdinal(state)) microGrids.get(gridId)?.push(id);
  return grids.flatMap(([gridId]): PaintTarget[] => {
    const own = microGrids.get(gridId) ?? [];
    if (level === "grid") return [{ gridId, microGridId: own[0] ?? null }];
    return own.map((microGridId) => ({ gridId, microGridId }));
  });
}

function byOrdinal({ microGrids }: PlanState) {
  return [...microGrids].sort(([, a], [, b]) => a.ordinal - b.ordinal);
}
