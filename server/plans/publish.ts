import { and, eq, sql } from "drizzle-orm";
import type { PlanPublication } from "#data/model/answers/handOvers.ts";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import { planningUnits } from "#data/model/planning/ground.ts";
import { plans } from "#data/schema/index.ts";
import { type Ctx, look, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { nameOfActor } from "./actorName.ts";
import { refusalOf } from "./change.ts";
import { readSummary } from "./list.ts";
import { type OpenPlans, openPlans } from "./openPlans.ts";
import { readPlan, readPlanRow, type StoredPlan } from "./readState.ts";
import { takeEffect } from "./takeEffect.ts";

/**
 * Gives a draft a day from which it is in force. On that day it takes effect by itself; if that is
 * today, at once.
 * @throws Problem plan-in-the-past, plan-not-a-draft, stale-version, plan-not-whole
 */
export async function publishPlan(
  ctx: Ctx,
  slug: string,
  id: string,
  publication: PlanPublication,
): Promise<PlanSummary> {
  const open = await openPlans(ctx, slug, "plan");
  const { today } = open.resident;
  const { effectiveFrom } = publication;
  if (effectiveFrom < today) throw problems.planInThePast(effectiveFrom, today);
  await transact(ctx, (ctx) => schedule(ctx, open, id, publication));
  // The duties that begin and end with it are not the planner's to give: the program does it.
  if (effectiveFrom === today) await takeEffect(ctx);
  return look(ctx, (ctx) => readSummary(ctx, open, id));
}

async function schedule(
  ctx: Tx,
  open: OpenPlans,
  id: string,
  { effectiveFrom, version, reason }: PlanPublication,
): Promise<void> {
  const { communityId, entranceIds } = open;
  const plan = await readPlan(ctx, communityId, id, entranceIds);
  const seen = version ?? plan.row.version;
  if (plan.row.status !== "draft" || plan.row.version !== seen) throw refusalOf(plan.row, seen);
  const { uncovered, doubled } = gapsOf(open, plan);
  const isWhole = uncovered.length === 0 && doubled.length === 0;
  if (!isWhole && reason === undefined) throw problems.planNotWhole(uncovered, doubled);
  const [published] = await ctx.db
    .update(plans)
    .set({
      ...{ status: "scheduled", effectiveFrom, publishedReason: reason ?? null },
      ...{ publishedByName: nameOfActor(ctx), publishedAt: new Date() },
      version: sql`${plans.version} + 1`,
    })
    .where(
      and(
        eq(plans.communityId, communityId),
        eq(plans.id, id),
        eq(plans.status, "draft"),
        eq(plans.version, seen),
      ),
    )
    .returning({ id: plans.id });
  if (!published) throw refusalOf(await readPlanRow(ctx, communityId, id), seen);
  await writeAudit(ctx, {
    ...{ communityId, action: "plan.publish", subjectType: "plan", subjectId: id },
    ...(reason !== undefined && { reason }),
    to: { name: plan.row.name, effectiveFrom, uncovered: uncovered.length },
  });
}

/** What stands against publishing: units with no micro-grid, and units that rows give twice. */
export function gapsOf(open: OpenPlans, { state, doubled }: StoredPlan) {
  const units = planningUnits(open.ground, state.broken);
  const named = ({ id, name }: Named): Named => ({ id, name });
  const twice = new Set(doubled);
  return {
    uncovered: units.filter(({ id }) => !state.units.has(id)).map(named),
    doubled: units.filter(({ id }) => twice.has(id)).map(named),
  };
}
