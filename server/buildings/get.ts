import type {
  BuildingDetail,
  DwellingCell,
  EntranceColumn,
} from "#data/model/answers/buildings.ts";
import type { AnonymousHousehold, Dwelling, Entrance } from "#data/model/bundle.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { type Home, readHomesOf } from "../access/homes.ts";
import { type OpenCommunity, openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { boundsOf } from "../resident/figures.ts";
import { findingsAbout } from "../resident/findings.ts";
import { distinct, gridNamed, microGridNamed } from "../resident/names.ts";
import { onDutyAt } from "../resident/onDuty.ts";
import type { Resident } from "../resident/resident.ts";

/** A building with its matrix of dwellings 楼盘表. @throws Problem no-such-thing */
export async function getBuilding(ctx: Ctx, slug: string, id: string): Promise<BuildingDetail> {
  const open = await openCommunity(ctx, slug);
  const { resident, sight } = open;
  const { bundle } = resident;
  const building = bundle.buildings.find((candidate) => candidate.id === id);
  if (!building) throw problems.noSuchThing("building", id);
  const units = resident.unitsOfBuilding(id);
  const microGrids = distinct(units.map((unit) => microGridNamed(resident, unit.id)));
  const grids = distinct(units.map((unit) => gridNamed(resident, unit.id)));
  const compound = bundle.compounds.find((candidate) => candidate.id === building.compoundId);
  const { name, kind, address, storeys, heightMeters, hasLift } = building;
  const { households, residents, partyMembers, load } = sight.figures(units);
  const homes = await readHomesOf(ctx, bundle.community.id, id);
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
    entrances: columnsOf(open, id, homes),
    places: bundle.places
      .filter(({ buildingId }) => buildingId === id)
      .map((place) => ({ id: place.id, name: place.name, kind: place.kind })),
    findings: findingsAbout(open, new Set([id, ...units.map((unit) => unit.id)])),
  };
}

/** `homes` are those of the building that the actor may see. */
function columnsOf(
  { resident, sight }: OpenCommunity,
  buildingId: string,
  homes: readonly Home[],
): EntranceColumn[] {
  const { bundle } = resident;
  const dwellings = groupBy(dwellingsOf(resident, buildingId), ({ entranceId }) => entranceId);
  const households = new Map(
    householdsOf(resident, buildingId).map((household) => [household.dwellingId, household]),
  );
  const homeOf = new Map(homes.map((home) => [home.id, home]));
  const entrances: (Entrance | null)[] = bundle.entrances
    .filter((entrance) => entrance.buildingId === buildingId)
    .sort((a, b) => a.ordinal - b.ordinal);
  if (dwellings.has(null)) entrances.push(null);
  return entrances.map((entrance) => {
    const unitId = entrance?.id ?? buildingId;
    const assignedId = resident.microGridOf.has(unitId) ? unitId : buildingId;
    const sightUnitId = sight.unitOf(unitId, buildingId);
    const seesSensitive = sight.seesSensitive(sightUnitId);
    const mayReveal = sight.mayReveal(sightUnitId);
    const cells = (dwelling: Dwelling) => {
      const household = households.get(dwelling.id);
      return cellOf(dwelling, household, homeOf.get(household?.id ?? ""), {
        seesSensitive,
        mayReveal,
      });
    };
    return {
      id: entrance?.id ?? null,
      name: entrance?.name ?? null,
      grid: gridNamed(resident, assignedId) ?? null,
      microGrid: microGridNamed(resident, assignedId) ?? null,
      floors: floorsOf(dwellings.get(entrance?.id ?? null) ?? [], cells),
    };
  });
}

/** By building, since a card must not look through a whole community. */
function dwellingsOf(resident: Resident, buildingId: string): Dwelling[] {
  const byBuilding = resident.keep("dwellings by building", () =>
    groupBy(resident.bundle.dwellings, (dwelling) => dwelling.buildingId),
  );
  return byBuilding.get(buildingId) ?? [];
}

function householdsOf(resident: Resident, buildingId: string): AnonymousHousehold[] {
  const byBuilding = resident.keep("households by building", () =>
    groupBy(resident.bundle.households, (household) => household.buildingId),
  );
  return byBuilding.get(buildingId) ?? [];
}

/** From the top floor down, doors in their order. */
function floorsOf(dwellings: Dwelling[], cell: (dwelling: Dwelling) => DwellingCell) {
  return [...groupBy(dwellings, ({ floor }) => floor)]
    .sort(([a], [b]) => b - a)
    .map(([floor, onFloor]) => ({
      floor,
      dwellings: onFloor.sort((a, b) => a.ordinal - b.ordinal).map(cell),
    }));
}

function cellOf(
  { id, name, ordinal, use }: Dwelling,
  household: AnonymousHousehold | undefined,
  home: Home | undefined,
  { seesSensitive, mayReveal }: { seesSensitive: boolean; mayReveal: boolean },
): DwellingCell {
  if (!household || !home) {
    return { id, name, ordinal, use, household: null, isHidden: household !== undefined };
  }
  const { residents, partyMembers, partyStanding, tags } = household;
  return {
    ...{ id, name, ordinal, use, isHidden: false },
    household: {
      ...{ id: home.id, head: home.head, phone: home.phone, residents },
      sensitive: seesSensitive ? { partyMembers, partyStanding, tags } : null,
      mayReveal,
    },
  };
}
