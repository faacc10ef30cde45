import type { PlanDetail } from "../answers/plans.ts";
import { type GridFacts, type MicroGridFacts, type PlanState, postKey } from "./state.ts";

/**
 * A plan as it was answered, as a state. The fields of facts stand in one order, so that states read
 * at different times can be compared.
 */
export function stateFromDetail(detail: PlanDetail): PlanState {
  const units = new Map<string, string>();
  const broken = new Set<string>();
  for (const { id, buildingId, entranceId, microGridId } of detail.units) {
    if (microGridId !== null) units.set(id, microGridId);
    if (entranceId !== null) broken.add(buildingId);
  }
  return {
    grids: new Map(detail.grids.map((grid) => [grid.id, gridFacts(grid)])),
    microGrids: new Map(detail.microGrids.map((microGrid) => [microGrid.id, facts(microGrid)])),
    units,
    broken,
    posts: new Map(detail.posts.map(([place, ids]) => [postKey(place), ids])),
  };
}

function gridFacts({ name, code, kind, ordinal, isLocked, outline }: GridFacts): GridFacts {
  return { name, code, kind, ordinal, isLocked, outline };
}

function facts({ gridId, name, ordinal, isLocked }: MicroGridFacts): MicroGridFacts {
  return { gridId, name, ordinal, isLocked };
}
