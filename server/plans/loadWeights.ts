import { eq } from "drizzle-orm";
import type { LoadWeights } from "#data/model/answers/planningGround.ts";
import { communities } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, touch, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";

/** What one of each adds to the load of a unit; the other settings stay as they are. */
export async function setLoadWeights(
  ctx: Ctx,
  slug: string,
  loadWeights: LoadWeights,
): Promise<LoadWeights> {
  const { communityId } = requireDuty(ctx, "plan", slug);
  return transact(ctx, async (ctx) => {
    const isIt = eq(communities.id, communityId);
    const [row] = await ctx.db
      .select({ settings: communities.settings })
      .from(communities)
      .where(isIt)
      .for("update");
    if (!row) throw problems.noSuchCommunity(slug);
    await ctx.db
      .update(communities)
      .set({ settings: { ...row.settings, loadWeights } })
      .where(isIt);
    touch(ctx, communityId, ["grids", "micro-grids", "buildings"]);
    await writeAudit(ctx, {
      ...{ communityId, action: "load-weights.change", subjectType: "community" },
      ...{ subjectId: communityId, from: row.settings.loadWeights, to: loadWeights },
    });
    return loadWeights;
  });
}
