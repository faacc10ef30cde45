import { and, eq, inArray, sql } from "drizzle-orm";
import type { CompoundGround, CompoundListing } from "#data/model/answers/ground.ts";
import { buildings } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, touch, transact, type Tx, writeAudit } from "../context.ts";
import { getCompoundGround } from "./compounds.ts";
import { GROUND_LAYERS } from "./layers.ts";
import { requireCompound } from "./read.ts";

/**
 * Lists buildings in a compound, and takes others out of it, as a person chose from the proposal.
 * @throws Problem no-such-thing
 */
export async function listInCompound(
  ctx: Ctx,
  slug: string,
  id: string,
  { enter, leave }: CompoundListing,
): Promise<CompoundGround> {
  const { communityId } = requireDuty(ctx, "edit-ground", slug);
  await transact(ctx, async (ctx) => {
    await requireCompound(ctx, communityId, id);
    const entered = await relist(ctx, communityId, enter, { to: id });
    const left = await relist(ctx, communityId, leave, { to: null, from: id });
    if (entered.length + left.length === 0) return;
    touch(ctx, communityId, GROUND_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "compound.list", subjectType: "compound", subjectId: id },
      to: { enter: entered, leave: left },
    });
  });
  return getCompoundGround(ctx, slug, id);
}

/** @returns the names of those that are there, and were where they are to leave */
async function relist(
  { db }: Tx,
  communityId: string,
  ids: readonly string[],
  { from, to }: { from?: string; to: string | null },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .update(buildings)
    .set({ compoundId: to, version: sql`${buildings.version} + 1` })
    .where(
      and(
        eq(buildings.communityId, communityId),
        inArray(buildings.id, [...ids]),
        from === undefined ? undefined : eq(buildings.compoundId, from),
      ),
    )
    .returning({ name: buildings.name });
  return rows.map(({ name }) => name);
}
