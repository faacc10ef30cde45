import type { AuditPlaceType } from "#data/model/answers/audit.ts";
import type { Resident } from "../resident/resident.ts";

/** The thing itself and all that is in it: households, duties and leaves too. Empty where there is none. */
export function subjectsAt(resident: Resident, type: AuditPlaceType, id: string): string[] {
  const { bundle } = resident;
  const ground = groundOf(resident, type, id);
  if (!ground) return [];
  const { unitIds, placeIds } = ground;
  const households = bundle.households.filter((household) =>
    unitIds.has(unitOf(resident, household)),
  );
  const duties = bundle.duties.filter(({ placeId }) => placeIds.has(placeId));
  const dutyIds = new Set(duties.map((duty) => duty.id));
  const leaves = bundle.leaves.filter(({ dutyId }) => dutyIds.has(dutyId));
  const places = bundle.places.filter(
    ({ buildingId }) => buildingId !== null && placeIds.has(buildingId),
  );
  const inside = [...households, ...duties, ...leaves, ...places].map((thing) => thing.id);
  return [...new Set([...placeIds, ...unitIds, ...inside])];
}

interface Ground {
  unitIds: Set<string>;
  /** What a duty may be for. */
  placeIds: Set<string>;
}

function groundOf(resident: Resident, type: AuditPlaceType, id: string): Ground | undefined {
  const { bundle, grids, microGrids } = resident;
  const exists = (things: readonly { id: string }[]) => things.some((thing) => thing.id === id);
  switch (type) {
    case "place":
      return exists(bundle.places) ? { unitIds: new Set(), placeIds: new Set([id]) } : undefined;
    case "building":
      return exists(bundle.buildings) ? wholeBuildings(resident, [id], id) : undefined;
    case "compound": {
      const buildings = bundle.buildings.filter(({ compoundId }) => compoundId === id);
      const ids = buildings.map((building) => building.id);
      return exists(bundle.compounds) ? wholeBuildings(resident, ids, id) : undefined;
    }
    case "micro-grid":
      return exists(microGrids) ? groupOf(resident.unitsOfMicroGrid(id), [id]) : undefined;
    case "grid": {
      const within = microGrids.filter(({ gridId }) => gridId === id).map(({ id }) => id);
      return exists(grids) ? groupOf(resident.unitsOfGrid(id), [id, ...within]) : undefined;
    }
  }
}

function wholeBuildings(resident: Resident, buildingIds: string[], id: string): Ground {
  const units = buildingIds.flatMap((buildingId) => resident.unitsOfBuilding(buildingId));
  return {
    unitIds: new Set(units.map((unit) => unit.id)),
    placeIds: new Set([id, ...buildingIds]),
  };
}

/** A building that is shared with another group counts in each. */
function groupOf(units: readonly { id: string; buildingId: string }[], ids: string[]): Ground {
  return {
    unitIds: new Set(units.map(({ id }) => id)),
    placeIds: new Set([...ids, ...units.map(({ buildingId }) => buildingId)]),
  };
}

/** The unit that a household is in: its entrance in a broken building, else the building. */
export function unitOf(
  resident: Resident,
  { buildingId, dwellingId }: { buildingId: string; dwellingId: string },
): string {
  const entranceOf = resident.keep(
    "entrance of dwelling",
    () => new Map(resident.bundle.dwellings.map(({ id, entranceId }) => [id, entranceId])),
  );
  const entranceId = entranceOf.get(dwellingId);
  const isUnit = resident.unitsOfBuilding(buildingId).some(({ id }) => id === entranceId);
  return entranceId && isUnit ? entranceId : buildingId;
}
