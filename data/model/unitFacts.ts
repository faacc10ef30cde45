import type { AnonymousBundle, AnonymousHousehold, Building, Entrance } from "./bundle.ts";
import type { LoadFacts } from "./load.ts";
import { isSmallPlace } from "./places.ts";

/** What lives in a unit. All are counts. */
export interface UnitFacts extends LoadFacts {
  partyMembers: number;
  centreHouseholds: number;
}

/** A unit before its facts are known. */
export interface UnitPart {
  unitId: string;
  building: Building;
  entrance: Entrance | null;
  /** Stairs people climb: one for an entrance, one for each entrance of a whole building. */
  stairs: number;
}

/** The facts of each unit, by its id. What names no entrance goes to its building's first unit. */
export function factsOfUnits(
  bundle: AnonymousBundle,
  partsOfBuilding: ReadonlyMap<string, UnitPart[]>,
): Map<string, UnitFacts> {
  const topFloorOf = topFloors(bundle);
  const factsOf = new Map<string, UnitFacts>();
  const factsOfBuilding = new Map<string, UnitFacts>();
  for (const [buildingId, parts] of partsOfBuilding) {
    for (const { unitId, building, stairs } of parts) {
      const storeys = building.storeys ?? topFloorOf.get(buildingId) ?? 0;
      const facts = emptyFacts(building.hasLift ? 0 : Math.max(0, storeys - 1) * stairs);
      factsOf.set(unitId, facts);
      if (!factsOfBuilding.has(buildingId)) factsOfBuilding.set(buildingId, facts);
    }
  }

  // Only dwellings of broken buildings are remembered: the others' households find their building.
  const factsOfDwelling = new Map<string, UnitFacts>();
  for (const { id, buildingId, entranceId, use } of bundle.dwellings) {
    const ofEntrance = entranceId === null ? undefined : factsOf.get(entranceId);
    if (ofEntrance) factsOfDwelling.set(id, ofEntrance);
    const facts = ofEntrance ?? factsOfBuilding.get(buildingId);
    if (facts && use === "let") facts.letDwellings += 1;
  }
  for (const household of bundle.households) {
    const { dwellingId, buildingId } = household;
    const facts = factsOfDwelling.get(dwellingId) ?? factsOfBuilding.get(buildingId);
    if (facts) addHousehold(facts, household);
  }
  for (const { kind, buildingId } of bundle.places) {
    const facts = buildingId === null ? undefined : factsOfBuilding.get(buildingId);
    if (facts && isSmallPlace(kind)) facts.smallPlaces += 1;
  }
  return factsOf;
}

/** The highest dwelling's floor, of the buildings whose storeys are not known. */
function topFloors({ buildings, dwellings }: AnonymousBundle): Map<string, number> {
  const topFloorOf = new Map<string, number>();
  for (const { id, storeys } of buildings) if (storeys === null) topFloorOf.set(id, 0);
  if (topFloorOf.size === 0) return topFloorOf;
  for (const { buildingId, floor } of dwellings) {
    const top = topFloorOf.get(buildingId);
    if (top !== undefined && floor > top) topFloorOf.set(buildingId, floor);
  }
  return topFloorOf;
}

function addHousehold(facts: UnitFacts, household: AnonymousHousehold): void {
  facts.households += 1;
  facts.residents += household.residents;
  facts.partyMembers += household.partyMembers;
  if (household.partyStanding === "centre") facts.centreHouseholds += 1;
  if (household.tags.includes("elderly-alone")) facts.elderlyAlone += 1;
  if (household.tags.includes("disabled")) facts.disabled += 1;
}

export function emptyFacts(floorsWithoutLift: number): UnitFacts {
  return {
    households: 0,
    residents: 0,
    partyMembers: 0,
    centreHouseholds: 0,
    elderlyAlone: 0,
    disabled: 0,
    letDwellings: 0,
    floorsWithoutLift,
    smallPlaces: 0,
    openHazards: 0,
  };
}
