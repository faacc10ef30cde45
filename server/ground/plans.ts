import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { plans } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";

/** The plans that the ground's changes reach: what a former plan said stays said. */
export function notFormer({ db }: Tx, communityId: string) {
  return db
    .select({ id: plans.id })
    .from(plans)
    .where(and(eq(plans.communityId, communityId), ne(plans.status, "superseded")));
}

/** Whoever has one of them open is told that it changed. */
export async function raisePlans(
  { db, actor }: Tx,
  communityId: string,
  planIds: readonly string[],
): Promise<void> {
  if (planIds.length === 0) return;
  await db
    .update(plans)
    .set({
      version: sql`${plans.version} + 1`,
      savedAt: new Date(),
      savedByName: actor.kind === "person" ? actor.name : null,
    })
    .where(and(eq(plans.communityId, communityId), inArray(plans.id, [...new Set(planIds)])));
}
