import type { Grid, MicroGrid, PlanUnit } from "../bundle.ts";
import type { GridFacts, MicroGridFacts, PlanState, PostKey } from "./state.ts";

export interface PlanRows {
  grids: (Omit<Grid, "planId"> & { isLocked: boolean })[];
  microGrids: (Omit<MicroGrid, "planId"> & { isLocked: boolean })[];
  planUnits: Omit<PlanUnit, "planId">[];
  posts: ReadonlyMap<PostKey, readonly string[]>;
}

export interface ReadState {
  state: PlanState;
  /** Units that the rows give to two micro-grids; the state holds the entrance's own. */
  doubled: string[];
}

/**
 * A plan's rows as a state. A building is broken once a row names an entrance of it; its other
 * entrances then go with the building's own row, as everywhere (`assignmentsOfUnits`).
 * @param entrancesOf building id → ids of its entrances, by ordinal
 */
export function stateFromRows(
  rows: PlanRows,
  entrancesOf: ReadonlyMap<string, readonly string[]>,
): ReadState {
  const broken = new Set<string>();
  const units = new Map<string, string>();
  for (const { entranceId, buildingId } of rows.planUnits) {
    if (entranceId !== null) broken.add(buildingId);
  }
  const doubled: string[] = [];
  for (const { unitId, microGridId } of rows.planUnits) {
    if (microGridId !== null) units.set(unitId, microGridId);
  }
  for (const buildingId of broken) {
    const ofBuilding = units.get(buildingId);
    units.delete(buildingId);
    if (ofBuilding === undefined) continue;
    for (const entranceId of entrancesOf.get(buildingId) ?? []) {
      if (units.has(entranceId)) doubled.push(entranceId);
      else units.set(entranceId, ofBuilding);
    }
  }
  return {
    state: {
      grids: new Map(rows.grids.map(({ id, ...facts }): [string, GridFacts] => [id, facts])),
      microGrids: new Map(
        rows.microGrids.map(({ id, ...facts }): [string, MicroGridFacts] => [id, facts]),
      ),
      units,
      broken,
      posts: rows.posts,
    },
    doubled,
  };
}
