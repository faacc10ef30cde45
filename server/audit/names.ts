import type { AuditRow } from "#data/model/answers/audit.ts";
import type { Resident } from "../resident/resident.ts";

export interface Subject {
  name: string;
  thing: AuditRow["thing"];
}

/** What an id of a community stands for, by the name people use; undefined for what is gone. */
export function findSubject(resident: Resident, id: string): Subject | undefined {
  return resident.keep("audit subjects", () => subjectsOf(resident)).get(id);
}

function subjectsOf({ bundle }: Resident): Map<string, Subject> {
  const subjects = new Map<string, Subject>();
  const add = (id: string, name: string, thing: Subject["thing"] = null) =>
    subjects.set(id, { name, thing });
  const nameOf = (id: string | null) => (id === null ? undefined : subjects.get(id)?.name);
  const thingOf = (id: string) => subjects.get(id)?.thing ?? null;

  add(bundle.community.id, bundle.community.name);
  for (const { id, name } of bundle.plans) add(id, name);
  for (const { id, name } of bundle.people) add(id, name);
  for (const { id, name } of bundle.compounds) add(id, name, { type: "compound", id });
  for (const { id, name } of bundle.grids) add(id, name, { type: "grid", id });
  for (const { id, name } of bundle.microGrids) add(id, name, { type: "micro-grid", id });
  for (const { id, name } of bundle.places) add(id, name, { type: "place", id });
  for (const { id, name } of bundle.buildings) add(id, name, { type: "building", id });
  for (const { id, buildingId, name } of bundle.entrances) {
    add(id, `${nameOf(buildingId) ?? ""} ${name}`.trim(), thingOf(buildingId));
  }
  for (const { id, buildingId, entranceId, name } of bundle.dwellings) {
    add(id, `${nameOf(entranceId ?? buildingId) ?? ""} ${name}`.trim(), thingOf(buildingId));
  }
  for (const { id, dwellingId } of bundle.households) {
    add(id, nameOf(dwellingId) ?? "", thingOf(dwellingId));
  }
  for (const { id, personId, placeId } of bundle.duties) {
    const words = [nameOf(personId), nameOf(placeId)].filter((word) => word !== undefined);
    add(id, words.join(" · "), thingOf(placeId));
  }
  for (const { id, dutyId } of bundle.leaves) add(id, nameOf(dutyId) ?? "", thingOf(dutyId));
  return subjects;
}

/** Names for the ids that stand as values in what changed. @param plans names of plans, by id */
export function namesIn(
  resident: Resident,
  values: readonly unknown[],
  plans: ReadonlyMap<string, string>,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const value of values) {
    if (typeof value !== "object" || value === null) continue;
    for (const part of Object.values(value)) {
      if (typeof part !== "string") continue;
      const name = findSubject(resident, part)?.name ?? plans.get(part);
      if (name) names[part] = name;
    }
  }
  return names;
}
