import { eq } from "drizzle-orm";
import { layerRevisions } from "#data/schema/index.ts";
import type { Ctx } from "../context.ts";

/** Layer → revision, as the database has it now. */
export async function readRevisions(
  ctx: Ctx,
  communityId: string,
): Promise<Record<string, number>> {
  const rows = await ctx.db
    .select({ layer: layerRevisions.layer, revision: layerRevisions.revision })
    .from(layerRevisions)
    .where(eq(layerRevisions.communityId, communityId));
  return Object.fromEntries(rows.map((row) => [row.layer, row.revision]));
}
