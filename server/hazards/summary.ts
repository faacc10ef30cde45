import type { HazardSummary } from "#data/model/answers/hazards.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import { clockOf } from "#data/model/hazards/clock.ts";
import type { HazardState } from "#data/model/hazards/pastState.ts";
import { stateOf } from "../reporting/state.ts";
import { gridNamed, microGridNamed } from "../resident/names.ts";
import type { Resident } from "../resident/resident.ts";
import { unitToday } from "../resident/spots.ts";
import type { Beside, HazardRow, ListedRow } from "./rows.ts";

/**
 * A row as it is answered: grid and names are of the plan and the people of today.
 * @param now milliseconds since 1970
 * @param state as it was at another time; absent: as the row has it
 */
export function summaryOf(
  resident: Resident,
  row: HazardRow,
  { photoCounts, stars }: Beside,
  now: number,
  state: HazardState = stateOf(row),
): HazardSummary {
  const { id, category, level, note, floor, reportedAt, reportedByName, version } = row;
  const { assigneeId, departmentId, ...shown } = state;
  const { unitId, ...names } = namesAt(resident, { ...row, assigneeId, departmentId });
  return {
    ...{ id, category, level, note, floor, reportedByName, version, ...shown, ...names },
    location: { type: "Point", coordinates: [row.longitude, row.latitude] },
    microGrid: (unitId && microGridNamed(resident, unitId)) || null,
    reportedAt: reportedAt.toISOString(),
    isOverdue: clockOf(state, now).state === "overdue",
    photoCount: photoCounts.get(id) ?? 0,
    isStarred: stars.has(id),
  };
}

/** Where it lies and who has it, by name; the unit is that of the plan of today. */
export function namesAt(resident: Resident, row: ListedRow) {
  const position = [row.longitude, row.latitude];
  const unitId = unitToday(resident, { unitId: row.unitId, position });
  return {
    unitId,
    building: nameIn(resident, "buildings", row.buildingId),
    place: nameIn(resident, "places", row.placeId),
    grid: (unitId && gridNamed(resident, unitId)) || null,
    assignee: personNamed(resident, row.assigneeId),
    department: personNamed(resident, row.departmentId),
  };
}

/** Somebody who is gone from the community has no name there any more, and is still who it was. */
export function personNamed(resident: Resident, id: string | null): Named | null {
  if (id === null) return null;
  return nameIn(resident, "people", id) ?? { id, name: "" };
}

function nameIn(
  resident: Resident,
  things: "buildings" | "places" | "people",
  id: string | null,
): Named | null {
  const names = resident.keep(`names of ${things}`, () => {
    const named: readonly Named[] = resident.bundle[things];
    return new Map(named.map(({ id, name }) => [id, name]));
  });
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
}
