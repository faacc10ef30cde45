import type { Building, CommunityBundle, Entrance, Household } from "./bundle.ts";
import { groupBy } from "./groupBy.ts";
import { type LoadFacts, loadOf } from "./load.ts";
import { isSmallPlace } from "./places.ts";

/** What a plan assigns: a building, or each of its entrances once the building is broken. */
export interface Unit {
  /** The building's id, or the entrance's. */
  id: string;
  buildingId: string;
  entranceId: string | null;
  /** 3号楼, or 3号楼 1单元. */
  name: string;
  households: number;
  residents: number;
  partyMembers: number;
  centreHouseholds: number;
  load: number;
  /** WGS 84, longitude first. */
  position: LonLat;
}

export type LonLat = [longitude: number, latitude: number];

type Facts = LoadFacts & { residents: number; partyMembers: number; centreHouseholds: number };

/**
 * The units of a plan (or of no plan: whole buildings), building by building, entrances by ordinal.
 * `positionOf` gives a point on a unit's footprint. What has no entrance of its own in a broken
 * building (a household, a shop) goes to the first, so a building's facts are its units' sums.
 */
export function unitsOf(
  bundle: CommunityBundle,
  planId: string | null,
  positionOf: (unitId: string) => LonLat,
): Unit[] {
  const { loadWeights } = bundle.community.settings;
  const partsOf = partsOfBuildings(bundle, planId);
  const factsOf = factsOfUnits(bundle, partsOf);
  return [...partsOf.values()].flat().map(({ unitId, building, entrance }) => {
    const facts = factsOf.get(unitId) ?? emptyFacts(0);
    return {
      id: unitId,
      buildingId: building.id,
      entranceId: entrance?.id ?? null,
      name: entrance ? `${building.name} ${entrance.name}` : building.name,
      households: facts.households,
      residents: facts.residents,
      partyMembers: facts.partyMembers,
      centreHouseholds: facts.centreHouseholds,
      load: loadOf(facts, loadWeights),
      position: positionOf(unitId),
    };
  });
}

/** A unit before its facts are known. */
interface Part {
  unitId: string;
  building: Building;
  entrance: Entrance | null;
  /** Stairs people climb: one for an entrance, one for each entrance of a whole building. */
  stairs: number;
}

/** The units of each building, at least one; a building breaks once the plan names an entrance of it. */
function partsOfBuildings(bundle: CommunityBundle, planId: string | null): Map<string, Part[]> {
  const named = new Set<string>();
  for (const row of bundle.planUnits) if (row.planId === planId) named.add(row.unitId);
  const inOrder = bundle.entrances.toSorted((a, b) => a.ordinal - b.ordinal);
  const entrancesOf = groupBy(inOrder, ({ buildingId }) => buildingId);

  const partsOf = new Map<string, Part[]>();
  for (const building of bundle.buildings) {
    const entrances = entrancesOf.get(building.id) ?? [];
    const whole = { unitId: building.id, building, entrance: null, stairs: entrances.length || 1 };
    const parts = entrances.some(({ id }) => named.has(id))
      ? entrances.map((entrance) => ({ unitId: entrance.id, building, entrance, stairs: 1 }))
      : [whole];
    partsOf.set(building.id, parts);
  }
  return partsOf;
}

function factsOfUnits(bundle: CommunityBundle, partsOf: Map<string, Part[]>): Map<string, Facts> {
  const dwellingsOf = groupBy(bundle.dwellings, ({ buildingId }) => buildingId);
  const factsOf = new Map<string, Facts>();
  for (const [buildingId, parts] of partsOf) {
    const top = dwellingsOf.get(buildingId)?.reduce((most, { floor }) => Math.max(most, floor), 0);
    for (const { unitId, building, stairs } of parts) {
      const floors = Math.max(0, (building.storeys ?? top ?? 0) - 1);
      factsOf.set(unitId, emptyFacts(building.hasLift ? 0 : floors * stairs));
    }
  }
  /** The facts of an entrance if it is a unit, else of the building, or of its first entrance. */
  const find = (buildingId: string | null, entranceId: string | null) =>
    factsOf.get(entranceId ?? "") ?? factsOf.get(partsOf.get(buildingId ?? "")?.[0]?.unitId ?? "");

  const entranceOf = new Map<string, string | null>();
  for (const { id, buildingId, entranceId, use } of bundle.dwellings) {
    entranceOf.set(id, entranceId);
    const facts = use === "let" && find(buildingId, entranceId);
    if (facts) facts.letDwellings += 1;
  }
  for (const household of bundle.households) {
    const facts = find(household.buildingId, entranceOf.get(household.dwellingId) ?? null);
    if (facts) addHousehold(facts, household);
  }
  for (const { kind, buildingId } of bundle.places) {
    const facts = isSmallPlace(kind) && find(buildingId, null);
    if (facts) facts.smallPlaces += 1;
  }
  return factsOf;
}

function addHousehold(facts: Facts, household: Household): void {
  facts.households += 1;
  facts.residents += household.residents;
  facts.partyMembers += household.partyMembers;
  if (household.partyStanding === "centre") facts.centreHouseholds += 1;
  if (household.tags.includes("elderly-alone")) facts.elderlyAlone += 1;
  if (household.tags.includes("disabled")) facts.disabled += 1;
}

function emptyFacts(floorsWithoutLift: number): Facts {
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
  };
}
