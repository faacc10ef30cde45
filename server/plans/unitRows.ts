import type { PlanState } from "#data/model/planning/state.ts";
import type { Resident } from "../resident/resident.ts";
import type { EntranceIds, UnitRow } from "./readState.ts";

/** The buildings of a community with their entrances, as far as a plan's rows are concerned. */
export interface GroundIds {
  buildingIds: ReadonlySet<string>;
  entranceIds: EntranceIds;
  /** Entrance → its building. */
  buildingOf: ReadonlyMap<string, string>;
}

export function groundIds(resident: Resident, entranceIds: EntranceIds): GroundIds {
  return resident.keep("ground ids", () => ({
    buildingIds: new Set(resident.bundle.buildings.map(({ id }) => id)),
    entranceIds,
    buildingOf: new Map(resident.bundle.entrances.map(({ id, buildingId }) => [id, buildingId])),
  }));
}

/** Whether a plan that breaks these buildings assigns this. */
export function isUnit(ground: GroundIds, broken: ReadonlySet<string>, id: string): boolean {
  const ofEntrance = ground.buildingOf.get(id);
  if (ofEntrance !== undefined) return broken.has(ofEntrance);
  return ground.buildingIds.has(id) && !isBroken(ground, broken, id);
}

function isBroken(ground: GroundIds, broken: ReadonlySet<string>, buildingId: string): boolean {
  return broken.has(buildingId) && (ground.entranceIds.get(buildingId)?.length ?? 0) > 0;
}

/**
 * The rows that say a state. A broken building has one for each entrance, uncovered or not, since they
 * are what says that it is broken; another building has one when it is covered.
 */
export function unitRowsOf(state: PlanState, ground: GroundIds): Map<string, UnitRow> {
  const rows = new Map<string, UnitRow>();
  for (const buildingId of ground.buildingIds) {
    if (isBroken(ground, state.broken, buildingId)) {
      for (const entranceId of ground.entranceIds.get(buildingId) ?? []) {
        const microGridId = state.units.get(entranceId) ?? null;
        rows.set(entranceId, { unitId: entranceId, buildingId, entranceId, microGridId });
      }
      continue;
    }
    const microGridId = state.units.get(buildingId);
    if (microGridId === undefined) continue;
    rows.set(buildingId, { unitId: buildingId, buildingId, entranceId: null, microGridId });
  }
  return rows;
}
