import { and, eq, sql } from "drizzle-orm";
import type { PlanChangeRequest, PlanVersion } from "#data/model/answers/planEdits.ts";
import type { PlanChange } from "#data/model/planning/change.ts";
import { plans } from "#data/schema/index.ts";
import { type Ctx, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { editState } from "./editState.ts";
import { type OpenPlans, openPlans } from "./openPlans.ts";
import { type PlanRow, readPlan, readPlanRow } from "./readState.ts";
import { storeDifference } from "./store.ts";
import { groundIds, unitRowsOf } from "./unitRows.ts";
import { nameOfActor } from "./actorName.ts";

/**
 * Changes a draft, and writes only what differs.
 * @throws Problem no-such-thing, plan-not-a-draft, stale-version, change-does-not-fit
 */
export async function changePlan(
  ctx: Ctx,
  slug: string,
  id: string,
  { version, name, note, ...change }: PlanChangeRequest,
): Promise<PlanVersion> {
  const open = await openPlans(ctx, slug, "plan");
  return transact(ctx, async (ctx) => {
    const before = await readPlanRow(ctx, open.communityId, id);
    // Of two who save at once the second waits here, and then finds no row of its version.
    const saved = await raiseVersion(ctx, open, id, { version, name, note });
    await storeChange(ctx, open, id, change);
    await writeAudit(ctx, {
      ...{ communityId: open.communityId, action: "plan.change" },
      ...{ subjectType: "plan", subjectId: id },
      ...(name !== undefined && name !== before.name && { from: { name: before.name } }),
      to: { version: saved.version, ...(name !== undefined && { name }), ...countsOf(change) },
    });
    return { id, version: saved.version, savedAt: saved.savedAt.toISOString() };
  });
}

async function raiseVersion(
  ctx: Tx,
  { communityId }: OpenPlans,
  id: string,
  { version, name, note }: Pick<PlanChangeRequest, "version" | "name" | "note">,
): Promise<PlanRow> {
  const [saved] = await ctx.db
    .update(plans)
    .set({
      ...(name !== undefined && { name }),
      ...(note !== undefined && { note }),
      version: sql`${plans.version} + 1`,
      savedByName: nameOfActor(ctx),
      savedAt: new Date(),
    })
    .where(
      and(
        eq(plans.communityId, communityId),
        eq(plans.id, id),
        eq(plans.status, "draft"),
        eq(plans.version, version),
      ),
    )
    .returning();
  if (saved) return saved;
  throw refusalOf(await readPlanRow(ctx, communityId, id), version);
}

/** Why a draft of that version was not found. */
export function refusalOf(row: PlanRow, version: number) {
  if (row.status !== "draft") return problems.planNotADraft(row.status);
  const theirs = {
    version: row.version,
    savedBy: row.savedByName,
    savedAt: row.savedAt.toISOString(),
  };
  return problems.staleVersion({ version }, theirs);
}

async function storeChange(
  ctx: Tx,
  open: OpenPlans,
  planId: string,
  change: PlanChange,
): Promise<void> {
  const { communityId, entranceIds, resident } = open;
  const { state, planUnits } = await readPlan(ctx, communityId, planId, entranceIds);
  const after = await editState(ctx, open, state, change);
  await storeDifference(
    ctx,
    { communityId, planId },
    { before: state, after },
    {
      before: new Map(planUnits.map((row) => [row.unitId, row])),
      after: unitRowsOf(after, groundIds(resident, entranceIds)),
    },
  );
}

/** What the audit keeps of a change: five thousand ids say nothing to anybody. */
function countsOf(change: PlanChange): Record<string, number> {
  const counts = {
    grids: change.grids?.length ?? 0,
    microGrids: change.microGrids?.length ?? 0,
    units: change.put?.length ?? 0,
    broken: change.broken?.length ?? 0,
    posts: change.posts?.length ?? 0,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
