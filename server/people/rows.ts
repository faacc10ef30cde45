import { and, asc, eq, gte, inArray, isNull, or, type SQL } from "drizzle-orm";
import { alias, type AnyPgColumn } from "drizzle-orm/pg-core";
import { Temporal } from "temporal-polyfill";
import { todayIn } from "#data/model/today.ts";
import { communities, duties, leaves, people, users } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";

/** Which rows of a community are read; absent: all. */
export interface Chosen {
  personIds?: readonly string[];
  dutyIds?: readonly string[];
}

const KEPT_MONTHS = 12;
const standIn = alias(people, "stand_in");

/** Today in the community's own time zone. */
export async function readToday({ db }: Tx, communityId: string): Promise<string> {
  const [row] = await db
    .select({ settings: communities.settings })
    .from(communities)
    .where(eq(communities.id, communityId));
  return todayIn(row?.settings.timeZone ?? "Asia/Shanghai");
}

/** People with their account, as far as row-level security shows it. */
export function readPersonRows({ db }: Tx, communityId: string, { personIds }: Chosen) {
  return db
    .select({
      id: people.id,
      name: people.name,
      phone: people.phone,
      version: people.version,
      userId: users.id,
      username: users.username,
      isClosed: users.banned,
      accountRole: users.role,
    })
    .from(people)
    .leftJoin(users, eq(users.id, people.userId))
    .where(and(eq(people.communityId, communityId), among(people.id, personIds)));
}

/** Duties that are held, will be, or ended within a year. */
export function readDutyRows({ db }: Tx, communityId: string, today: string, chosen: Chosen) {
  const since = Temporal.PlainDate.from(today).subtract({ months: KEPT_MONTHS }).toString();
  return db
    .select({
      id: duties.id,
      personId: duties.personId,
      role: duties.role,
      placeType: duties.placeType,
      placeId: duties.placeId,
      startsOn: duties.startsOn,
      endsOn: duties.endsOn,
      version: duties.version,
    })
    .from(duties)
    .where(
      and(
        eq(duties.communityId, communityId),
        chosen.dutyIds ? undefined : notEnded(duties.endsOn, since),
        among(duties.personId, chosen.personIds),
        among(duties.id, chosen.dutyIds),
      ),
    );
}
export type DutyColumns = Awaited<ReturnType<typeof readDutyRows>>[number];

/** Leaves that are not over, the earliest first, with both people they are between. */
export function readLeaveRows({ db }: Tx, communityId: string, today: string, chosen: Chosen) {
  const { personIds, dutyIds } = chosen;
  return db
    .select({
      id: leaves.id,
      dutyId: leaves.dutyId,
      startsOn: leaves.startsOn,
      endsOn: leaves.endsOn,
      version: leaves.version,
      standInId: leaves.standInId,
      standInName: standIn.name,
      personName: people.name,
      duty: {
        role: duties.role,
        placeType: duties.placeType,
        placeId: duties.placeId,
        startsOn: duties.startsOn,
        endsOn: duties.endsOn,
      },
    })
    .from(leaves)
    .innerJoin(duties, sameId(duties, leaves.communityId, leaves.dutyId))
    .leftJoin(people, sameId(people, duties.communityId, duties.personId))
    .leftJoin(standIn, sameId(standIn, leaves.communityId, leaves.standInId))
    .where(
      and(
        eq(leaves.communityId, communityId),
        notEnded(leaves.endsOn, today),
        or(among(duties.personId, personIds), among(leaves.standInId, personIds)),
        among(leaves.dutyId, dutyIds),
      ),
    )
    .orderBy(asc(leaves.startsOn), leaves.id);
}
export type LeaveColumns = Awaited<ReturnType<typeof readLeaveRows>>[number];

function sameId(
  table: { communityId: AnyPgColumn; id: AnyPgColumn },
  communityId: AnyPgColumn,
  id: AnyPgColumn,
): SQL | undefined {
  return and(eq(table.communityId, communityId), eq(table.id, id));
}

function among(column: AnyPgColumn, ids: readonly string[] | undefined): SQL | undefined {
  return ids && inArray(column, [...ids]);
}

function notEnded(column: AnyPgColumn, since: string): SQL | undefined {
  return or(isNull(column), gte(column, since));
}
