import type { CentreHousehold, GroupFigures, UnitRow } from "#data/model/answers/grids.ts";
import { type Bbox, bboxOf } from "#data/model/geometry/bbox.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { maskName } from "#data/model/mask.ts";
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

const byName = new Intl.Collator("zh-CN", { numeric: true });

export function unitRows(units: readonly Unit[]): UnitRow[] {
  return units
    .map(({ id, buildingId, name, households }) => ({ id, buildingId, name, households }))
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** The party centre households in a set of units. */
export function centreHouseholdsIn(resident: Resident, units: readonly Unit[]): CentreHousehold[] {
  const { bundle } = resident;
  const households = resident.keep("centre households by unit", () => {
    const dwellings = new Map(bundle.dwellings.map((dwelling) => [dwelling.id, dwelling]));
    const unitIds = new Set(resident.units.map(({ id }) => id));
    const centres = bundle.households
      .filter(({ partyStanding }) => partyStanding === "centre")
      .map((household) => ({ household, dwelling: dwellings.get(household.dwellingId) }));
    return groupBy(centres, ({ household, dwelling }) =>
      dwelling?.entranceId && unitIds.has(dwelling.entranceId)
        ? dwelling.entranceId
        : household.buildingId,
    );
  });
  const names = resident.keep(
    "building names",
    () => new Map(bundle.buildings.map(({ id, name }) => [id, name])),
  );
  return units
    .flatMap(({ id }) => households.get(id) ?? [])
    .map(({ household, dwelling }) => ({
      id: household.id,
      head: maskName(household.headName),
      buildingId: household.buildingId,
      buildingName: names.get(household.buildingId) ?? "",
      dwellingName: dwelling?.name ?? "",
    }));
}

/** Where the camera goes to see these units; where there are none, the whole community. */
export function boundsOf(resident: Resident, unitIds: readonly string[]): Bbox {
  if (unitIds.length === 0) return bboxOf(resident.bundle.community.boundary);
  return bboxOf(...unitIds.map((id) => resident.footprintOf(id)));
}
