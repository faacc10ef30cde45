import { and, eq, lt, sql } from "drizzle-orm";
import type { Database, OpenDatabase } from "#data/open.ts";
import { communities } from "#data/schema/index.ts";

/** Longer than any import takes: another process on the same server may be at one. */
const ABANDONED = sql`now() - interval '1 hour'`;

/**
 * Takes away what an import left when it was cut off. For the start, as the owner of the tables.
 * @returns how many were taken away
 */
export async function sweepUnfinished({ db, kind }: OpenDatabase): Promise<number> {
  const isUnfinished = eq(communities.isReady, false);
  const condition =
    kind === "embedded" ? isUnfinished : and(isUnfinished, lt(communities.createdAt, ABANDONED));
  const left = await db.select({ id: communities.id }).from(communities).where(condition);
  for (const { id } of left) await sweepCommunity(db, id);
  return left.length;
}

/** A community that never became whole, with all that was stored of it. */
export async function sweepCommunity(db: Database, id: string): Promise<void> {
  await db.delete(communities).where(and(eq(communities.id, id), eq(communities.isReady, false)));
}
