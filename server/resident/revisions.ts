import { eq } from "drizzle-orm";
import { layerRevisions } from "#data/schema/index.ts";
import type { Database } from "#data/open.ts";
import { asRole } from "../context.ts";

/** Layer → revision, as the database has it now. */
export function readRevisions(
  owner: Database,
  communityId: string,
): Promise<Record<string, number>> {
  const settings = { "getu.reads": communityId };
  return asRole({ db: owner, role: "getu_reader", settings, mode: "read" }, async (db) => {
    const rows = await db
      .select({ layer: layerRevisions.layer, revision: layerRevisions.revision })
      .from(layerRevisions)
      .where(eq(layerRevisions.communityId, communityId));
    return Object.fromEntries(rows.map((row) => [row.layer, row.revision]));
  });
}
