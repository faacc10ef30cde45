import type { Named } from "#data/model/answers/responsibility.ts";
import type { Resident } from "./resident.ts";

/** The grid a unit is in, as a link. */
export function gridNamed(resident: Resident, unitId: string): Named | undefined {
  return named(resident.grids, resident.gridOfUnit(unitId));
}

/** The micro-grid a unit is in, as a link. */
export function microGridNamed(resident: Resident, unitId: string): Named | undefined {
  return named(resident.microGrids, resident.microGridOf.get(unitId));
}

export function named(things: readonly Named[], id: string | undefined): Named | undefined {
  const thing = id ? things.find((candidate) => candidate.id === id) : undefined;
  return thing && { id: thing.id, name: thing.name };
}

/** Each thing once, in the order of first sight. */
export function distinct(things: (Named | undefined)[]): Named[] {
  const byId = new Map<string, Named>();
  for (const thing of things) if (thing && !byId.has(thing.id)) byId.set(thing.id, thing);
  return [...byId.values()];
}
