import { inArray } from "drizzle-orm";
import { plans } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";

/** Plans that are not in force stand in no community's memory: their names, of those the reader may see. */
export async function readPlanNames(
  { db }: Tx,
  communityIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: plans.id, name: plans.name })
    .from(plans)
    .where(inArray(plans.communityId, [...communityIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
