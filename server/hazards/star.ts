import { and, eq } from "drizzle-orm";
import { hazardStars } from "#data/schema/index.ts";
import { requireDuty, requireSignedIn } from "../access/requireDuty.ts";
import { type Ctx, transact } from "../context.ts";
import { problems } from "../problem.ts";
import { isHazard, selectHazards } from "./rows.ts";

/** Keeps a hazard in the reader's own sight, or no longer. @throws Problem no-such-thing */
export async function starHazard(
  ctx: Ctx,
  slug: string,
  id: string,
  isStarred: boolean,
): Promise<void> {
  const { communityId } = requireDuty(ctx, "look", slug);
  const { userId } = requireSignedIn(ctx);
  await transact(ctx, async (ctx) => {
    const [row] = await selectHazards(ctx, isHazard(communityId, id));
    if (!row) throw problems.noSuchThing("hazard", id);
    const star = { communityId, userId, hazardId: id };
    if (isStarred) await ctx.db.insert(hazardStars).values(star).onConflictDoNothing();
    else {
      const isOwn = and(eq(hazardStars.communityId, communityId), eq(hazardStars.userId, userId));
      await ctx.db.delete(hazardStars).where(and(isOwn, eq(hazardStars.hazardId, id)));
    }
  });
}
