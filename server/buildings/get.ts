import type {
  BuildingDetail,
  DwellingCell,
  EntranceColumn,
} from "#data/model/answers/buildings.ts";
import type { Dwelling, Entrance, Household } from "#data/model/bundle.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { maskName, maskPhone } from "#data/model/mask.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { boundsOf, figuresOf } from "../resident/figures.ts";
import { findingsAbout } from "../resident/findings.ts";
import { distinct, gridNamed, microGridNamed } from "../resident/names.ts";
import { onDutyAt } from "../resident/onDuty.ts";
import type { Resident } from "../resident/resident.ts";

/** A building with its matrix of dwellings 楼盘表. @throws Problem no-such-thing */
export async function getBuilding(ctx: Ctx, slug: string, id: string): Promise<BuildingDetail> {
  const resident = await ctx.residents.of(ctx, slug);
  const { bundle } = resident;
  const building = bundle.buildings.find((candidate) => candidate.id === id);
  if (!building) throw problems.noSuchThing("building", id);
  const units = resident.unitsOfBuilding(id);
  const microGrids = distinct(units.map((unit) => microGridNamed(resident, unit.id)));
  const grids = distinct(units.map((unit) => gridNamed(resident, unit.id)));
  const compound = bundle.compounds.find((candidate) => candidate.id === building.compoundId);
  const { name, kind, address, storeys, heightMeters, hasLift } = building;
  const { households, residents, partyMembers, load } = figuresOf(units);
  return {
    bounds: boundsOf(resident, [id]),
    ...{ id, name, kind, address, storeys, heightMeters, hasLift },
    ...{ households, residents, partyMembers, load },
    compound: compound ? { id: compound.id, name: compound.name } : null,
    grids,
    microGrids,
    workers: grids.flatMap((grid) => onDutyAt(resident, "grid", grid.id, ["grid-worker"])),
    leaders: microGrids.flatMap((microGrid) =>
      onDutyAt(resident, "micro-grid", microGrid.id, ["micro-grid-leader"]),
    ),
    contacts: onDutyAt(resident, "building", id, [
      "building-chief",
      "party-contact",
      "lane-keeper",
    ]),
    entrances: columnsOf(resident, id),
    places: bundle.places
      .filter(({ buildingId }) => buildingId === id)
      .map((place) => ({ id: place.id, name: place.name, kind: place.kind })),
    findings: findingsAbout(resident, new Set([id, ...units.map((unit) => unit.id)])),
  };
}

function columnsOf(resident: Resident, buildingId: string): EntranceColumn[] {
  const { bundle } = resident;
  const households = new Map(
    bundle.households
      .filter((household) => household.buildingId === buildingId)
      .map((household) => [household.dwellingId, household]),
  );
  const dwellings = groupBy(
    bundle.dwellings.filter((dwelling) => dwelling.buildingId === buildingId),
    ({ entranceId }) => entranceId,
  );
  const entrances: (Entrance | null)[] = bundle.entrances
    .filter((entrance) => entrance.buildingId === buildingId)
    .sort((a, b) => a.ordinal - b.ordinal);
  if (dwellings.has(null)) entrances.push(null);
  return entrances.map((entrance) => {
    const unitId = entrance?.id ?? buildingId;
    const assignedId = resident.microGridOf.has(unitId) ? unitId : buildingId;
    return {
      id: entrance?.id ?? null,
      name: entrance?.name ?? null,
      grid: gridNamed(resident, assignedId) ?? null,
      microGrid: microGridNamed(resident, assignedId) ?? null,
      floors: floorsOf(dwellings.get(entrance?.id ?? null) ?? [], households),
    };
  });
}

/** From the top floor down, doors in their order. */
function floorsOf(dwellings: Dwelling[], households: Map<string, Household>) {
  return [...groupBy(dwellings, ({ floor }) => floor)]
    .sort(([a], [b]) => b - a)
    .map(([floor, onFloor]) => ({
      floor,
      dwellings: onFloor
        .sort((a, b) => a.ordinal - b.ordinal)
        .map((dwelling) => cellOf(dwelling, households.get(dwelling.id))),
    }));
}

function cellOf(dwelling: Dwelling, household: Household | undefined): DwellingCell {
  const { id, name, ordinal, use } = dwelling;
  if (!household) return { id, name, ordinal, use, household: null };
  const { headName, phone, residents, partyMembers, partyStanding, tags } = household;
  return {
    ...{ id, name, ordinal, use },
    household: {
      id: household.id,
      head: maskName(headName),
      phone: phone && maskPhone(phone),
      ...{ residents, partyMembers, partyStanding, tags },
    },
  };
}
