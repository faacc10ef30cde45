import type { CommunityBundle, Duty, PlanUnit } from "../model/bundle.ts";
import type { Role } from "../model/duties.ts";
import { idOf } from "./kit/identity.ts";
import { daysBefore } from "./kit/days.ts";
import type { Mistakes } from "./mistakes.ts";

/** Puts a sample's intended mistakes into its sound bundle. Throws where one names nothing. */
export function spoil(bundle: CommunityBundle, mistakes: Mistakes, today: string): void {
  const names = namesOf(bundle);
  for (const name of mistakes.uncovered ?? []) {
    const id = names.building(name);
    bundle.planUnits = bundle.planUnits.filter((unit) => unit.buildingId !== id);
  }
  for (const { building, microGrid } of [
    ...(mistakes.farOff ?? []),
    ...(mistakes.againstOutline ?? []),
  ]) {
    const id = names.building(building);
    for (const unit of bundle.planUnits) {
      if (unit.buildingId === id) unit.microGridId = names.microGrid(microGrid);
    }
  }
  for (const { building, entrance, microGrid } of mistakes.doubled ?? []) {
    bundle.planUnits.push(
      secondRow(bundle, names.building(building), entrance, names.microGrid(microGrid)),
    );
  }
  for (const name of mistakes.withoutLeader ?? []) {
    vacate(bundle, dutyOf(bundle, "micro-grid-leader", names.microGrid(name)));
  }
  for (const name of mistakes.withoutWorker ?? []) {
    vacate(bundle, dutyOf(bundle, "grid-worker", names.grid(name)));
  }
  for (const { role, place, standIn } of mistakes.absent ?? []) {
    sendOnLeave(bundle, dutyOf(bundle, role, names.any(place)), standIn, today);
  }
  for (const { place, daysAgo } of mistakes.notInspected ?? []) {
    const found = bundle.places.find(({ name }) => name === place);
    if (!found) throw new Error(`no place ${place}`);
    found.inspectedOn = daysAgo === null ? null : daysBefore(today, daysAgo);
  }
  for (const name of mistakes.withoutContact ?? []) {
    const id = names.building(name);
    for (const duty of bundle.duties.filter(({ placeId }) => placeId === id)) remove(bundle, duty);
  }
}

function secondRow(
  bundle: CommunityBundle,
  buildingId: string,
  ordinal: number,
  microGridId: string,
): PlanUnit {
  const entrance = bundle.entrances.find(
    (one) => one.buildingId === buildingId && one.ordinal === ordinal,
  );
  const first = bundle.planUnits.find((unit) => unit.unitId === buildingId);
  if (!entrance || !first) throw new Error("only a building assigned as a whole can be doubled");
  return { ...first, unitId: entrance.id, entranceId: entrance.id, microGridId };
}

function dutyOf(bundle: CommunityBundle, role: Role, placeId: string): Duty {
  const duty = bundle.duties.find((one) => one.role === role && one.placeId === placeId);
  if (!duty) throw new Error(`no post of ${role} there`);
  return duty;
}

function vacate(bundle: CommunityBundle, duty: Duty): void {
  bundle.people = bundle.people.filter(({ id }) => id !== duty.personId);
  duty.personId = null;
}

function remove(bundle: CommunityBundle, duty: Duty): void {
  bundle.people = bundle.people.filter(({ id }) => id !== duty.personId);
  bundle.duties = bundle.duties.filter(({ id }) => id !== duty.id);
}

/** Away since three days ago and for another ten, so that today is well inside. */
function sendOnLeave(
  bundle: CommunityBundle,
  duty: Duty,
  hasStandIn: boolean,
  today: string,
): void {
  const colleague = bundle.duties.find(
    ({ role, id, personId }) => role === duty.role && id !== duty.id && personId !== null,
  );
  bundle.leaves.push({
    id: idOf(bundle.community.slug, `leave/${duty.id}`),
    dutyId: duty.id,
    startsOn: daysBefore(today, 3),
    endsOn: daysBefore(today, -10),
    standInId: hasStandIn ? (colleague?.personId ?? null) : null,
  });
}

/** Ids by the names that people use; a name that is nobody's is a mistake in the definition. */
export function namesOf(bundle: CommunityBundle) {
  const compoundName = new Map(bundle.compounds.map(({ id, name }) => [id, name]));
  const buildings = new Map(
    bundle.buildings.map((b) => [`${compoundName.get(b.compoundId ?? "") ?? ""}${b.name}`, b.id]),
  );
  const grids = new Map(bundle.grids.map(({ name, id }) => [name, id]));
  const microGrids = new Map(bundle.microGrids.map(({ name, id }) => [name, id]));
  const found = (name: string, ...tables: ReadonlyMap<string, string>[]): string => {
    const id = tables.map((table) => table.get(name)).find((one) => one !== undefined);
    if (!id) throw new Error(`nothing in the sample is called ${name}`);
    return id;
  };
  return {
    building: (name: string) => found(name, buildings),
    grid: (name: string) => found(name, grids),
    microGrid: (name: string) => found(name, microGrids),
    any: (name: string) => found(name, buildings, grids, microGrids),
  };
}
