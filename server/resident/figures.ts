import type { GroupFigures } from "#data/model/answers/grids.ts";
import { type Bbox, bboxOf } from "#data/model/geometry/bbox.ts";
import type { Unit } from "#data/model/units.ts";
import type { Resident } from "./resident.ts";

/** What a set of units adds up to. */
export function figuresOf(units: readonly Unit[]): GroupFigures {
  const sum = (pick: (unit: Unit) => number) =>
    units.reduce((total, unit) => total + pick(unit), 0);
  return {
    units: units.length,
    buildings: new Set(units.map(({ buildingId }) => buildingId)).size,
    households: sum(({ households }) => households),
    residents: sum(({ residents }) => residents),
    partyMembers: sum(({ partyMembers }) => partyMembers),
    centreHouseholds: sum(({ centreHouseholds }) => centreHouseholds),
    load: sum(({ load }) => load),
  };
}

/** Where the camera goes to see these units; where there are none, the whole community. */
export function boundsOf(resident: Resident, unitIds: readonly string[]): Bbox {
  if (unitIds.length === 0) return bboxOf(resident.bundle.community.boundary);
  return bboxOf(...unitIds.map((id) => resident.footprintOf(id)));
}
