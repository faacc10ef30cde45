import { eq } from "drizzle-orm";
import { HAZARD_CATEGORIES, HAZARD_LEVELS } from "#data/model/hazards/kinds.ts";
import type { HazardRules } from "#data/model/hazards/rules.ts";
import { communities } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { deadlineOf, readDeadlines } from "../reporting/deadlines.ts";

export async function getHazardRules(ctx: Ctx, slug: string): Promise<HazardRules> {
  const { communityId } = requireDuty(ctx, "look", slug);
  return look(ctx, async (ctx) => (await readDeadlines(ctx, communityId)).rules);
}

/** Counts for what is reported, returned or opened again from now on. @throws Problem no-working-time */
export async function setHazardRules(
  ctx: Ctx,
  slug: string,
  rules: HazardRules,
): Promise<HazardRules> {
  const { communityId } = requireDuty(ctx, "steer-hazards", slug);
  return transact(ctx, async (ctx) => {
    const isIt = eq(communities.id, communityId);
    const [row] = await ctx.db
      .select({ settings: communities.settings })
      .from(communities)
      .where(isIt)
      .for("update");
    if (!row) throw problems.noSuchCommunity(slug);
    requireEnds(rules, row.settings.timeZone);
    const { rules: before } = await readDeadlines(ctx, communityId);
    await ctx.db
      .update(communities)
      .set({ settings: { ...row.settings, hazardRules: rules } })
      .where(isIt);
    await writeAudit(ctx, {
      ...{ communityId, action: "hazard-rules.change", subjectType: "community" },
      ...{ subjectId: communityId, from: before, to: rules },
    });
    return rules;
  });
}

/** A hazard whose deadline never came could not be stored. */
function requireEnds(rules: HazardRules, timeZone: string): void {
  try {
    for (const category of HAZARD_CATEGORIES) {
      for (const level of HAZARD_LEVELS) {
        deadlineOf({ rules, timeZone }, { category, level }, new Date());
      }
    }
  } catch (error) {
    if (error instanceof RangeError) throw problems.noWorkingTime();
    throw error;
  }
}
