import type { Named } from "#data/model/answers/responsibility.ts";
import { answering, rosterOn } from "#data/model/responsibility.ts";
import type { Resident } from "./resident.ts";

/** Who would see to what is at a unit: the worker of its grid today, or who stands in. */
export function workerAt(resident: Resident, unitId: string | null): Named | null {
  const gridId = unitId === null ? undefined : resident.gridOfUnit(unitId);
  if (gridId === undefined) return null;
  const roster = resident.keepToday("roster", (today) => rosterOn(resident.bundle, today));
  const [first] = answering(roster, { type: "grid", id: gridId }, "grid-worker");
  return first ? { id: first.person.id, name: first.person.name } : null;
}
