import { and, eq } from "drizzle-orm";
import type { DutyPlaceType, Period, Role } from "#data/model/duties.ts";
import { mayHold, ROLE_PLACES } from "#data/model/roster/rolePlaces.ts";
import { buildings, compounds, grids, microGrids, people, plans } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";

interface DutyPlace {
  placeType: DutyPlaceType;
  placeId: string;
}

/** @throws Problem wrong-place-for-role for a role that is given elsewhere, or for other places */
export function requireFittingRole(role: Role, placeType: DutyPlaceType): void {
  if (!mayHold(role, placeType)) throw problems.wrongPlaceForRole(role, ROLE_PLACES[role]);
}

/** @throws Problem ends-before-start */
export function requireInOrder({ startsOn, endsOn }: Period): void {
  if (endsOn !== null && endsOn < startsOn) throw problems.endsBeforeStart(startsOn, endsOn);
}

/** @throws Problem no-such-thing unless it is somebody of the community, or nobody */
export async function requirePerson(
  { db }: Tx,
  communityId: string,
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const [found] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.communityId, communityId), eq(people.id, id)));
  if (!found) throw problems.noSuchThing("person", id);
}

/** A grid is one of the plan in force. @throws Problem no-such-thing */
export async function requirePlace(tx: Tx, communityId: string, place: DutyPlace): Promise<void> {
  if (!(await isThere(tx, communityId, place)))
    throw problems.noSuchThing(place.placeType, place.placeId);
}

async function isThere({ db }: Tx, communityId: string, { placeType, placeId }: DutyPlace) {
  if (placeType === "community") return placeId === communityId;
  if (placeType === "compound" || placeType === "building") {
    const table = placeType === "compound" ? compounds : buildings;
    const condition = and(eq(table.communityId, communityId), eq(table.id, placeId));
    return (await db.select({ id: table.id }).from(table).where(condition)).length > 0;
  }
  const table = placeType === "grid" ? grids : microGrids;
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .innerJoin(plans, and(eq(plans.communityId, table.communityId), eq(plans.id, table.planId)))
    .where(
      and(eq(table.communityId, communityId), eq(table.id, placeId), eq(plans.status, "in-force")),
    );
  return rows.length > 0;
}
