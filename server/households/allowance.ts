import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { RevealAllowance } from "#data/model/answers/reveal.ts";
import { audit } from "#data/schema/index.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../context.ts";

export const REVEAL_ACTION = "household.reveal";
const HOUR_SECONDS = 3600;

/** Until the transaction ends, no other reveal of this person is counted or added. */
export async function takeTurn({ db }: Tx, { userId }: PersonActor): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`reveal ${userId}`}, 0))`);
}

/**
 * What is left of the last sixty minutes, counted in the audit itself over all communities the
 * person has a duty in.
 * @param limit per hour
 */
export async function readAllowance(
  { db }: Tx,
  { userId, rights }: PersonActor,
  limit: number,
): Promise<RevealAllowance> {
  const communityIds = [...rights.memberships.values()].map(({ communityId }) => communityId);
  const age = sql<number>`extract(epoch FROM now() - ${audit.at})::float8`;
  const ages = await db
    .select({ seconds: age })
    .from(audit)
    .where(
      and(
        inArray(audit.communityId, communityIds),
        eq(audit.actorId, userId),
        eq(audit.action, REVEAL_ACTION),
        gt(audit.at, sql`now() - make_interval(secs => ${HOUR_SECONDS})`),
      ),
    )
    .orderBy(desc(audit.at))
    .limit(limit);
  const left = limit - ages.length;
  if (left > 0) return { limit, left, retryAfterSeconds: 0 };
  // The oldest of those that fill the hour is the next to fall out of it.
  const oldest = ages.at(-1)?.seconds ?? 0;
  return { limit, left: 0, retryAfterSeconds: Math.max(1, Math.ceil(HOUR_SECONDS - oldest)) };
}
