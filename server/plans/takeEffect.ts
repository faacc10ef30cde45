import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { v7 as uuidv7 } from "uuid";
import { LAYERS } from "#data/model/layers.ts";
import { todayIn } from "#data/model/today.ts";
import { communities, duties, grids, leaves, microGrids, plans } from "#data/schema/index.ts";
import { PROGRAM } from "../access/actor.ts";
import { type Ctx, look, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { dayBefore, type DutyMoves, dutyMoves, type PlannedPlaces } from "./dutyMoves.ts";
import { type PlanRow, readPlanPosts } from "./readState.ts";

/**
 * Puts in force every published plan whose day has come, the earliest first, as the program itself.
 * Safe to run in several processes at once: of two only one finds the plan still waiting.
 * @returns how many took effect
 */
export async function takeEffect(
  ctx: Ctx,
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<number> {
  const asProgram: Ctx = { ...ctx, actor: PROGRAM };
  const due = await look(asProgram, (ctx) => readDue(ctx, now));
  let count = 0;
  for (const plan of due) {
    const isDone = await transact(asProgram, (ctx) => putInForce(ctx, plan));
    if (isDone) count += 1;
  }
  return count;
}

type DuePlan = Pick<PlanRow, "communityId" | "id"> & { effectiveFrom: string };

async function readDue({ db }: Tx, now: Temporal.Instant): Promise<DuePlan[]> {
  const rows = await db
    .select({
      communityId: plans.communityId,
      id: plans.id,
      effectiveFrom: plans.effectiveFrom,
      settings: communities.settings,
    })
    .from(plans)
    .innerJoin(communities, eq(communities.id, plans.communityId))
    .where(eq(plans.status, "scheduled"))
    .orderBy(plans.effectiveFrom, plans.publishedAt);
  return rows.flatMap(({ communityId, id, effectiveFrom, settings }) =>
    effectiveFrom !== null && effectiveFrom <= todayIn(settings.timeZone, now)
      ? [{ communityId, id, effectiveFrom }]
      : [],
  );
}

/** Everything that changes on the day, at once; false where it was done or taken back meanwhile. */
async function putInForce(ctx: Tx, { communityId, id, effectiveFrom }: DuePlan): Promise<boolean> {
  // One plan at a time in a community, also where two that are due meet in two processes.
  const isHere = eq(communities.id, communityId);
  await ctx.db.select({ id: communities.id }).from(communities).where(isHere).for("no key update");
  const isIt = and(
    eq(plans.communityId, communityId),
    eq(plans.id, id),
    eq(plans.status, "scheduled"),
    eq(plans.effectiveFrom, effectiveFrom),
  );
  const [waiting] = await ctx.db.select({ id: plans.id }).from(plans).where(isIt).for("update");
  if (!waiting) return false;
  // The former goes first: a community has one plan in force, says the table.
  const isFormer = and(eq(plans.communityId, communityId), eq(plans.status, "in-force"));
  const [former] = await ctx.db
    .update(plans)
    .set({ status: "superseded" })
    .where(isFormer)
    .returning({ id: plans.id });
  await ctx.db.update(plans).set({ status: "in-force" }).where(isIt);
  const plan = await unlockPlaces(ctx, communityId, id);
  const known = await ctx.db.select().from(duties).where(eq(duties.communityId, communityId));
  const moves = dutyMoves(known, plan, effectiveFrom);
  await storeMoves(ctx, communityId, moves, effectiveFrom);
  touch(ctx, communityId, LAYERS);
  touchAccounts(ctx);
  await writeAudit(ctx, {
    ...{ communityId, action: "plan.take-effect", subjectType: "plan", subjectId: id },
    from: { planId: former?.id ?? null },
    to: {
      ...{ planId: id, effectiveFrom, dutiesBegun: moves.begun.length },
      dutiesEnded: moves.ended.length + moves.removed.length,
    },
  });
  return true;
}

/** Locks are of drafts. @returns the plan's places, and who is to answer for them */
async function unlockPlaces(ctx: Tx, communityId: string, planId: string): Promise<PlannedPlaces> {
  const idsOf = async (table: typeof grids | typeof microGrids) => {
    const rows = await ctx.db
      .update(table)
      .set({ isLocked: false })
      .where(and(eq(table.communityId, communityId), eq(table.planId, planId)))
      .returning({ id: table.id });
    return new Set(rows.map(({ id }) => id));
  };
  return {
    grids: await idsOf(grids),
    microGrids: await idsOf(microGrids),
    posts: await readPlanPosts(ctx, communityId, planId),
  };
}

async function storeMoves(
  { db }: Tx,
  communityId: string,
  { ended, removed, begun }: DutyMoves,
  day: string,
): Promise<void> {
  const lastDay = dayBefore(day);
  const among = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  for (const ids of portionsOf(among(removed))) {
    await db
      .delete(duties)
      .where(and(eq(duties.communityId, communityId), inArray(duties.id, ids)));
  }
  for (const ids of portionsOf(among(ended))) {
    await db
      .update(duties)
      .set({ endsOn: lastDay, version: sql`${duties.version} + 1` })
      .where(and(eq(duties.communityId, communityId), inArray(duties.id, ids)));
    const isOfEnded = and(eq(leaves.communityId, communityId), inArray(leaves.dutyId, ids));
    await db.delete(leaves).where(and(isOfEnded, gt(leaves.startsOn, lastDay)));
    await db
      .update(leaves)
      .set({ endsOn: lastDay, version: sql`${leaves.version} + 1` })
      .where(and(isOfEnded, or(isNull(leaves.endsOn), gt(leaves.endsOn, lastDay))));
  }
  for (const rows of portionsOf(begun)) {
    await db.insert(duties).values(rows.map((duty) => ({ communityId, id: uuidv7(), ...duty })));
  }
}

const ROWS = 1000;

function portionsOf<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS);
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS));
}
