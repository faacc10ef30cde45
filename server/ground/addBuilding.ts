import type { BuildingGround, NewBuilding } from "#data/model/answers/ground.ts";
import { buildings } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, touch, transact, writeAudit } from "../context.ts";
import { storeEntrances } from "./entrances.ts";
import { GROUND_LAYERS } from "./layers.ts";
import { readBuilding, requireCompound } from "./read.ts";
import { requireFootprint } from "./requireGround.ts";

/**
 * A building that was not there. No plan covers it yet: coverage says so, and what to put it into.
 * @returns `isNew` is false where this request was sent before
 * @throws Problem no-such-thing, ground-not-usable
 */
export async function addBuilding(
  ctx: Ctx,
  slug: string,
  { id, entrances = [], footprint: drawn, ...facts }: NewBuilding,
): Promise<{ row: BuildingGround; isNew: boolean }> {
  const { resident } = await openCommunity(ctx, slug, "edit-ground");
  const { id: communityId, boundary } = resident.bundle.community;
  const footprint = requireFootprint(drawn, boundary);
  return transact(ctx, async (ctx) => {
    if (facts.compoundId) await requireCompound(ctx, communityId, facts.compoundId);
    const [made] = await ctx.db
      .insert(buildings)
      .values({ communityId, id, ...facts, heightMeters: null, footprint })
      .onConflictDoNothing()
      .returning({ id: buildings.id });
    const row = await readBuilding(ctx, communityId, id);
    if (!made) return { row, isNew: false };
    await storeEntrances(ctx, communityId, row, entrances);
    touch(ctx, communityId, GROUND_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "building.create", subjectType: "building", subjectId: id },
      to: facts,
    });
    return { row: await readBuilding(ctx, communityId, id), isNew: true };
  });
}
