import type { LineString, MultiPolygon, Point, Polygon } from "geojson";
import type { LoadFacts } from "../load.ts";

/** What a unit counts, in this order: the short form in which the ground travels. */
export const WORK_FACTS = [
  "households",
  "residents",
  "elderlyAlone",
  "disabled",
  "letDwellings",
  "floorsWithoutLift",
  "smallPlaces",
  "openHazards",
  "partyMembers",
] as const;

/** Counts of people and homes in a unit, without who they are. */
export interface WorkFacts extends LoadFacts {
  partyMembers: number;
}

/**
 * What a plan is made on: every building of a community with what makes work in it, and the ground
 * they stand on. Plain values, fit for a worker. WGS 84, longitude first.
 */
export interface PlanningGround {
  boundary: MultiPolygon;
  /** Main roads, railways, rivers and walls: no grid reaches across one but at its gaps. */
  barriers: LineString[];
  buildings: PlanningBuilding[];
  compounds: { id: string; name: string }[];
  /** Party groups and branches that a division should not cut apart. */
  partyGroups: { id: string; name: string; buildingIds: string[] }[];
}

export interface PlanningBuilding {
  id: string;
  name: string;
  compoundId: string | null;
  footprint: Point | Polygon | MultiPolygon;
  /** In the order of `WORK_FACTS`: of the whole building. */
  facts: number[];
  /** By ordinal; what names no entrance counts to the first. Empty: it cannot be broken. */
  entrances: { id: string; name: string; facts: number[] }[];
}

/** What a plan assigns, on a ground in which some buildings are broken. */
export interface PlanningUnit extends WorkFacts {
  id: string;
  buildingId: string;
  entranceId: string | null;
  /** 3号楼, or 3号楼 1单元. */
  name: string;
  compoundId: string | null;
}

/** Building by building, entrances by ordinal: the units in which `broken` divides the ground. */
export function planningUnits(
  { buildings }: Pick<PlanningGround, "buildings">,
  broken: ReadonlySet<string>,
): PlanningUnit[] {
  return buildings.flatMap((building): PlanningUnit[] => {
    const { id: buildingId, name, compoundId, entrances } = building;
    if (!broken.has(buildingId) || entrances.length === 0) {
      const facts = workFacts(building.facts);
      return [{ ...facts, id: buildingId, buildingId, entranceId: null, name, compoundId }];
    }
    return entrances.map((entrance) => ({
      ...workFacts(entrance.facts),
      id: entrance.id,
      buildingId,
      entranceId: entrance.id,
      name: `${name} ${entrance.name}`,
      compoundId,
    }));
  });
}

/** The entrances of a broken building are one building. */
export function countBuildings(units: readonly Pick<PlanningUnit, "buildingId">[]): number {
  return new Set(units.map(({ buildingId }) => buildingId)).size;
}

function workFacts(counts: readonly number[]): WorkFacts {
  return Object.fromEntries(
    WORK_FACTS.map((fact, index) => [fact, counts[index] ?? 0]),
  ) as unknown as WorkFacts;
}
