import type { CentreHousehold } from "#data/model/answers/grids.ts";
import { groupBy } from "#data/model/groupBy.ts";
import type { Unit } from "#data/model/units.ts";
import type { Ctx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { readHomesById } from "./homes.ts";
import type { OpenCommunity } from "./openCommunity.ts";

/** The party centre households in a set of units, as far as the actor's duties reach. */
export async function centreHouseholdsIn(
  ctx: Ctx,
  { resident, sight }: OpenCommunity,
  units: readonly Unit[],
): Promise<CentreHousehold[]> {
  const byUnit = centresByUnit(resident);
  const centres = units
    .filter(({ id }) => sight.seesSensitive(id))
    .flatMap(({ id }) => byUnit.get(id) ?? []);
  const homes = await readHomesById(
    ctx,
    resident.bundle.community.id,
    centres.map(({ household }) => household.id),
  );
  const names = resident.keep(
    "building names",
    () => new Map(resident.bundle.buildings.map(({ id, name }) => [id, name])),
  );
  return centres.flatMap(({ household, dwelling }) => {
    const home = homes.get(household.id);
    return home
      ? [
          {
            id: home.id,
            head: home.head,
            buildingId: home.buildingId,
            buildingName: names.get(home.buildingId) ?? "",
            dwellingName: dwelling?.name ?? "",
          },
        ]
      : [];
  });
}

function centresByUnit(resident: Resident) {
  const { bundle } = resident;
  return resident.keep("centre households by unit", () => {
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
}
