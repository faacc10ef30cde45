import { eq } from "drizzle-orm";
import type { CommunitySettings } from "#data/model/communities.ts";
import type { Topic } from "#data/model/layers.ts";
import { communities } from "#data/schema/index.ts";
import type { Membership } from "../access/actor.ts";
import { type Ctx, touch, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";

interface SettingsChange {
  /** As the audit calls it: `load-weights.change` */
  action: string;
  /** What is to be read anew. */
  touches?: readonly Topic[];
  /** The settings that change, from all as they are now; it throws to refuse. */
  change: (settings: CommunitySettings) => Partial<CommunitySettings>;
  /** What the audit tells of the settings before and after. */
  told: (settings: CommunitySettings) => unknown;
}

/**
 * Changes some of a community's settings, and leaves the others as whoever is first left them.
 * @returns all as they are now
 * @throws Problem no-such-community where row-level security hides it
 */
export function changeSettings(
  ctx: Ctx,
  { communityId, slug }: Membership,
  { action, touches = [], change, told }: SettingsChange,
): Promise<CommunitySettings> {
  return transact(ctx, async (ctx) => {
    const isIt = eq(communities.id, communityId);
    const [row] = await ctx.db
      .select({ settings: communities.settings })
      .from(communities)
      .where(isIt)
      // Of two at once the second reads what the first wrote.
      .for("update");
    if (!row) throw problems.noSuchCommunity(slug);
    const before = row.settings;
    const settings = { ...before, ...change(before) };
    await ctx.db.update(communities).set({ settings }).where(isIt);
    if (touches.length > 0) touch(ctx, communityId, touches);
    await writeAudit(ctx, {
      ...{ communityId, action, subjectType: "community", subjectId: communityId },
      ...{ from: told(before), to: told(settings) },
    });
    return settings;
  });
}
