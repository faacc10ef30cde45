import type { PlanChange } from "./change.ts";
import type { PlanState } from "./state.ts";

/**
 * What of a change can still be done to a state that somebody else went on with: units and micro-grids
 * that would go to something that is gone stay where they are.
 */
export function fittingPart(state: PlanState, change: PlanChange): PlanChange {
  const has = (now: ReadonlyMap<string, unknown>, entries: PlanChange["grids" | "microGrids"]) => {
    const ids = new Set(now.keys());
    for (const [id, facts] of entries ?? []) {
      if (facts) ids.add(id);
      else ids.delete(id);
    }
    return ids;
  };
  const grids = has(state.grids, change.grids);
  const microGrids = change.microGrids?.filter(
    ([, facts]) => facts === null || grids.has(facts.gridId),
  );
  const microGridIds = has(state.microGrids, microGrids);
  return {
    ...change,
    ...(microGrids && { microGrids }),
    ...(change.put && {
      put: change.put.filter(([, id]) => id === null || microGridIds.has(id)),
    }),
  };
}
