import { groupBy } from "#data/model/groupBy.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import type { LonLat } from "#data/model/units.ts";
import type { Resident } from "../resident/resident.ts";
import { unitToday } from "../resident/spots.ts";

/** Something at a place of today's division, which knows its unit or is looked for at its position. */
interface Located {
  unitId: string | null;
  position: LonLat;
}

/** What is at a unit of the finest division of two plans, each thing at one of them. */
export function thingsAt<Thing extends Located>(
  resident: Resident,
  things: readonly Thing[],
): (unit: PlanningUnit) => Thing[] {
  const byUnit = groupBy(things, (thing) => unitToday(resident, thing));
  const at = (id: string) => byUnit.get(id) ?? [];
  return ({ id, buildingId, entranceId }) => {
    if (entranceId === null) return at(id);
    // Of a building that is broken only from then on, all is the first entrance's, as in the load.
    const isFirst = resident.entrancesOf.get(buildingId)?.[0]?.id === entranceId;
    return [...at(id), ...(isFirst ? at(buildingId) : [])];
  };
}
