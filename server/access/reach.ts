import { type Action, mayRole } from "#data/model/permissions.ts";
import type { Unit } from "#data/model/units.ts";
import type { Resident } from "../resident/resident.ts";
import type { HeldDuty } from "./actor.ts";

/** The units that the duties for one action cover. */
export class Reach {
  readonly key: string;
  readonly #units: Set<string> | "all";

  constructor(resident: Resident, action: Action, duties: readonly HeldDuty[]) {
    const held = duties.filter(({ role }) => mayRole(role, action));
    if (held.some(({ placeType }) => placeType === "community")) {
      this.#units = "all";
      this.key = "all";
    } else {
      this.#units = new Set(held.flatMap((duty) => unitsAt(resident, duty)).map(({ id }) => id));
      this.key = [...new Set(held.map(({ placeId }) => placeId))].sort().join(",");
    }
  }

  /** What lies in no unit is a matter of the whole community. */
  covers(unitId: string | null): boolean {
    return this.#units === "all" || (unitId !== null && this.#units.has(unitId));
  }
}

function unitsAt(resident: Resident, { placeType, placeId }: HeldDuty): Unit[] {
  switch (placeType) {
    case "grid":
      return resident.unitsOfGrid(placeId);
    case "micro-grid":
      return resident.unitsOfMicroGrid(placeId);
    case "building":
      return resident.unitsOfBuilding(placeId);
    case "compound":
      return resident.bundle.buildings
        .filter(({ compoundId }) => compoundId === placeId)
        .flatMap(({ id }) => resident.unitsOfBuilding(id));
    case "community":
      return resident.units;
  }
}
