import type { AnonymousBundle } from "./bundle.ts";
import { groupBy } from "./groupBy.ts";
import { loadOf } from "./load.ts";
import { emptyFacts, factsOfUnits, type UnitPart } from "./unitFacts.ts";

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

/**
 * The units of a plan (or of no plan: whole buildings), building by building, entrances by ordinal.
 * `positionOf` gives a point on a unit's footprint. What has no entrance of its own in a broken
 * building (a household, a shop) goes to the first, so a building's facts are its units' sums.
 */
export function unitsOf(
  bundle: AnonymousBundle,
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

/** The units of each building, at least one; a building breaks once the plan names an entrance of it. */
function partsOfBuildings(bundle: AnonymousBundle, planId: string | null): Map<string, UnitPart[]> {
  const named = new Set<string>();
  for (const row of bundle.planUnits) if (row.planId === planId) named.add(row.unitId);
  const inOrder = bundle.entrances.toSorted((a, b) => a.ordinal - b.ordinal);
  const entrancesOf = groupBy(inOrder, ({ buildingId }) => buildingId);

  const partsOf = new Map<string, UnitPart[]>();
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
