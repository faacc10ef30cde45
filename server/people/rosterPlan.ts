import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { planRoster, type RosterPlan } from "#data/model/roster/merge.ts";
import { PlaceIndex, type RosterPlace } from "#data/model/roster/places.ts";
import type { RosterReading } from "#data/model/roster/rows.ts";
import { duties } from "#data/schema/index.ts";
import { isUsername } from "../accounts/personUsername.ts";
import type { Tx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { readPersonRows } from "./rows.ts";

/** What a roster would change in a community as it is at this moment. */
export async function rosterPlan(
  ctx: Tx,
  resident: Resident,
  reading: RosterReading,
  usernames: ReadonlySet<string>,
): Promise<RosterPlan> {
  const { id: communityId } = resident.bundle.community;
  const people = await readPersonRows(ctx, communityId, {});
  const known = await ctx.db.select().from(duties).where(eq(duties.communityId, communityId));
  const places = resident.keep("roster places", () => new PlaceIndex(placesOf(resident)));
  return planRoster(
    reading,
    { people, duties: known, usernames },
    { places, isUsername, makeId: uuidv7 },
  );
}

/** Grids are those of the plan in force. */
function placesOf({ bundle, grids, microGrids }: Resident): RosterPlace[] {
  const { community, compounds, buildings } = bundle;
  const compoundName = new Map(compounds.map(({ id, name }) => [id, name]));
  const ofType = (type: RosterPlace["type"], rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }): RosterPlace => ({ type, id, name }));
  return [
    ...ofType("community", [community]),
    ...ofType("compound", compounds),
    ...ofType("grid", grids),
    ...ofType("micro-grid", microGrids),
    ...buildings.map(({ id, name, compoundId }): RosterPlace => ({
      ...{ type: "building", id, name },
      within: compoundName.get(compoundId ?? "") ?? null,
    })),
  ];
}
