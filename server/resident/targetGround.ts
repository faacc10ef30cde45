import type { TargetGround } from "#data/model/inspections/targets.ts";
import type { Resident } from "./resident.ts";
import { spotAt } from "./spots.ts";

/** The ground of today, as targets of rounds are found on it. */
export function targetGroundOf(resident: Resident): TargetGround {
  return {
    bundle: resident.bundle,
    unitsOfBuilding: (id) => resident.unitsOfBuilding(id),
    pointOf: (id) => resident.pointOf(id),
    gridOfUnit: (unitId) => resident.gridOfUnit(unitId),
    unitAt: (position) => spotAt(resident, position).unitId,
  };
}
