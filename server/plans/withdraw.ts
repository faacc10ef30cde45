import { and, eq, sql } from "drizzle-orm";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { plans } from "#data/schema/index.ts";
import { type Ctx, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { readSummary } from "./list.ts";
import { openPlans } from "./openPlans.ts";
import { readPlanRow } from "./readState.ts";

/** Makes a draft again of a plan whose day has not come. @throws Problem plan-not-scheduled */
export async function withdrawPlan(ctx: Ctx, slug: string, id: string): Promise<PlanSummary> {
  const open = await openPlans(ctx, slug, "plan");
  const { communityId } = open;
  return transact(ctx, async (ctx) => {
    const { status, effectiveFrom, name } = await readPlanRow(ctx, communityId, id);
    const [withdrawn] = await ctx.db
      .update(plans)
      .set({
        ...{ status: "draft", effectiveFrom: null, publishedReason: null },
        ...{ publishedByName: null, publishedAt: null },
        version: sql`${plans.version} + 1`,
      })
      .where(
        and(eq(plans.communityId, communityId), eq(plans.id, id), eq(plans.status, "scheduled")),
      )
      .returning({ id: plans.id });
    if (!withdrawn) throw problems.planNotScheduled(status);
    await writeAudit(ctx, {
      ...{ communityId, action: "plan.withdraw", subjectType: "plan", subjectId: id },
      from: { name, effectiveFrom },
    });
    return readSummary(ctx, open, id);
  });
}
