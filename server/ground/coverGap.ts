import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { CoveredGap, GapCover } from "#data/model/answers/ground.ts";
import { microGrids, plans, planUnits } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, touch, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { GROUND_LAYERS } from "./layers.ts";
import { raisePlans } from "./plans.ts";

/** Written down in the audit as why a plan in force was changed without a draft. */
const REASON = "new building";

/**
 * Puts one uncovered unit into a micro-grid of the plan in force: a single new house needs no draft.
 * @throws Problem no-such-thing, unit-covered
 */
export async function coverGap(
  ctx: Ctx,
  slug: string,
  unitId: string,
  { microGridId }: GapCover,
): Promise<CoveredGap> {
  const { resident } = await openCommunity(ctx, slug, "plan");
  const communityId = resident.bundle.community.id;
  const unit = resident.units.find(({ id }) => id === unitId);
  if (!unit) throw problems.noSuchThing("unit", unitId);
  const { buildingId, entranceId } = unit;
  return transact(ctx, async (ctx) => {
    const plan = await lockPlanInForce(ctx, communityId);
    const microGrid = await readMicroGrid(ctx, communityId, plan.id, microGridId);
    await requireUncovered(ctx, resident, plan.id, [unitId, buildingId]);
    const [put] = await ctx.db
      .insert(planUnits)
      .values({ communityId, planId: plan.id, unitId, buildingId, entranceId, microGridId })
      .onConflictDoUpdate({
        target: [planUnits.communityId, planUnits.planId, planUnits.unitId],
        set: { microGridId },
        setWhere: isNull(planUnits.microGridId),
      })
      .returning({ unitId: planUnits.unitId });
    if (!put) throw problems.unitCovered(unitId);
    await raisePlans(ctx, communityId, [plan.id]);
    touch(ctx, communityId, GROUND_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "plan.cover", subjectType: "building", subjectId: buildingId },
      to: { name: unit.name, microGridId },
      reason: REASON,
    });
    return { unitId, microGrid, planId: plan.id, version: plan.version + 1 };
  });
}

/** Of two who cover at once the second waits here. @throws Problem no-such-thing */
async function lockPlanInForce({ db }: Tx, communityId: string) {
  const [plan] = await db
    .select({ id: plans.id, version: plans.version })
    .from(plans)
    .where(and(eq(plans.communityId, communityId), eq(plans.status, "in-force")))
    .for("update");
  if (!plan) throw problems.noSuchThing("plan", "in-force");
  return plan;
}

async function readMicroGrid({ db }: Tx, communityId: string, planId: string, id: string) {
  const [microGrid] = await db
    .select({ id: microGrids.id, name: microGrids.name })
    .from(microGrids)
    .where(
      and(
        eq(microGrids.communityId, communityId),
        eq(microGrids.planId, planId),
        eq(microGrids.id, id),
      ),
    );
  if (!microGrid) throw problems.noSuchThing("micro-grid", id);
  return microGrid;
}

/** By its own row, or by its building's. @throws Problem unit-covered */
async function requireUncovered(
  { db }: Tx,
  { bundle }: Resident,
  planId: string,
  unitIds: string[],
): Promise<void> {
  const [covered] = await db
    .select({ unitId: planUnits.unitId })
    .from(planUnits)
    .where(
      and(
        eq(planUnits.communityId, bundle.community.id),
        eq(planUnits.planId, planId),
        inArray(planUnits.unitId, unitIds),
        sql`${planUnits.microGridId} IS NOT NULL`,
      ),
    );
  if (covered) throw problems.unitCovered(covered.unitId);
}
