import { and, eq, gte, isNull, lte, ne, or } from "drizzle-orm";
import type { LeaveRow } from "#data/model/answers/people.ts";
import { leaves, people } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";

export interface LeaveTerms {
  id: string;
  dutyId: string;
  startsOn: string;
  endsOn: string | null;
  standInId: string | null;
}

export async function findLeave(
  { db }: Tx,
  communityId: string,
  id: string,
): Promise<LeaveRow | undefined> {
  const [row] = await db
    .select({
      startsOn: leaves.startsOn,
      endsOn: leaves.endsOn,
      version: leaves.version,
      standInId: leaves.standInId,
      standInName: people.name,
    })
    .from(leaves)
    .leftJoin(
      people,
      and(eq(people.communityId, leaves.communityId), eq(people.id, leaves.standInId)),
    )
    .where(and(eq(leaves.communityId, communityId), eq(leaves.id, id)));
  if (!row) return undefined;
  const { standInId, standInName, ...leave } = row;
  return { id, ...leave, standIn: standInId ? { id: standInId, name: standInName ?? "" } : null };
}

/** @throws Problem no-such-thing */
export async function leaveNow(ctx: Tx, communityId: string, id: string): Promise<LeaveRow> {
  const leave = await findLeave(ctx, communityId, id);
  if (!leave) throw problems.noSuchThing("leave", id);
  return leave;
}

/** As the table has it. @throws Problem no-such-thing */
export async function readTerms({ db }: Tx, communityId: string, id: string) {
  const { dutyId, startsOn, endsOn, standInId } = leaves;
  const [terms] = await db
    .select({ dutyId, startsOn, endsOn, standInId })
    .from(leaves)
    .where(and(eq(leaves.communityId, communityId), eq(leaves.id, id)));
  if (!terms) throw problems.noSuchThing("leave", id);
  return terms;
}

/** @throws Problem leaves-overlap, with the days of both */
export async function requireFree(
  { db }: Tx,
  communityId: string,
  { id, dutyId, startsOn, endsOn }: LeaveTerms,
): Promise<void> {
  const [other] = await db
    .select({ startsOn: leaves.startsOn, endsOn: leaves.endsOn })
    .from(leaves)
    .where(
      and(
        eq(leaves.communityId, communityId),
        eq(leaves.dutyId, dutyId),
        ne(leaves.id, id),
        or(isNull(leaves.endsOn), gte(leaves.endsOn, startsOn)),
        endsOn === null ? undefined : lte(leaves.startsOn, endsOn),
      ),
    )
    .orderBy(leaves.startsOn)
    .limit(1);
  if (other) throw problems.leavesOverlap({ startsOn, endsOn }, other);
}
