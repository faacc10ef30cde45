import { and, eq } from "drizzle-orm";
import { plans } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { readPlanRow } from "./readState.ts";

/** Removes a draft; what was ever published stays readable. @throws Problem no-such-thing, plan-not-a-draft */
export async function deletePlan(ctx: Ctx, slug: string, id: string): Promise<void> {
  const { communityId } = requireDuty(ctx, "plan", slug);
  return transact(ctx, async (ctx) => {
    const { name, status } = await readPlanRow(ctx, communityId, id);
    const [gone] = await ctx.db
      .delete(plans)
      .where(and(eq(plans.communityId, communityId), eq(plans.id, id), eq(plans.status, "draft")))
      .returning({ id: plans.id });
    if (!gone) throw problems.planNotADraft(status);
    await writeAudit(ctx, {
      ...{ communityId, action: "plan.delete", subjectType: "plan", subjectId: id },
      from: { name },
    });
  });
}
