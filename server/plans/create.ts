import { v7 as uuidv7 } from "uuid";
import type { CreatedPlan, NewPlan } from "#data/model/answers/planEdits.ts";
import { planningUnits } from "#data/model/planning/ground.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";
import { plans } from "#data/schema/index.ts";
import { type Ctx, transact, type Tx, writeAudit } from "../context.ts";
import { nameOfActor } from "./actorName.ts";
import { editState } from "./editState.ts";
import { type OpenPlans, openPlans } from "./openPlans.ts";
import { readPlan, readPlanRow } from "./readState.ts";
import { storeDifference } from "./store.ts";
import { groundIds, unitRowsOf } from "./unitRows.ts";

export interface Created {
  plan: CreatedPlan;
  /** False where the same request had made it before. */
  isNew: boolean;
}

/** What a new draft is to hold, and what had to be decided for it. */
export interface DraftContent {
  state: PlanState;
  notes: CreatedPlan["notes"];
}

export interface DraftHead {
  id?: string | undefined;
  name: string;
  note?: string | undefined;
  /** What it was made from, for the audit. */
  from: string;
}

/**
 * A draft from the plan in force, from nothing or from another plan, with a first change made to it:
 * both or neither. @throws Problem no-such-thing, change-does-not-fit
 */
export async function createPlan(ctx: Ctx, slug: string, head: NewPlan): Promise<Created> {
  const open = await openPlans(ctx, slug, "plan");
  return transact(ctx, (ctx) =>
    storeDraft(ctx, open, head, async () => {
      const { state, notes } = await contentFrom(ctx, open, head);
      const { change } = head;
      return { state: change ? await editState(ctx, open, state, change) : state, notes };
    }),
  );
}

/** Makes a draft once, however often it is asked for by the same id. */
export async function storeDraft(
  ctx: Tx,
  open: OpenPlans,
  { id = uuidv7(), name, note = "", from }: DraftHead,
  makeContent: () => Promise<DraftContent> | DraftContent,
): Promise<Created> {
  const { communityId, entranceIds, resident } = open;
  const [made] = await ctx.db
    .insert(plans)
    .values({
      ...{ communityId, id, name, note, status: "draft" },
      ...{ authorName: nameOfActor(ctx), savedByName: nameOfActor(ctx) },
      ...{ createdAt: new Date(), savedAt: new Date() },
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const { version, savedAt } = await readPlanRow(ctx, communityId, id);
    return { plan: { id, version, savedAt: savedAt.toISOString(), notes: [] }, isNew: false };
  }
  const { state, notes } = await makeContent();
  await storeDifference(
    ctx,
    { communityId, planId: id },
    { before: EMPTY_STATE, after: state },
    { before: new Map(), after: unitRowsOf(state, groundIds(resident, entranceIds)) },
  );
  await writeAudit(ctx, {
    ...{ communityId, action: "plan.create", subjectType: "plan", subjectId: id },
    to: { name, source: from },
  });
  const { version, savedAt } = made;
  return { plan: { id, version, savedAt: savedAt.toISOString(), notes }, isNew: true };
}

async function contentFrom(ctx: Tx, open: OpenPlans, { from }: NewPlan): Promise<DraftContent> {
  const { communityId, entranceIds, resident } = open;
  const source = from === "in-force" ? resident.plan?.id : from === "empty" ? undefined : from;
  if (source === undefined) return { state: EMPTY_STATE, notes: [] };
  const { row, state, doubled } = await readPlan(ctx, communityId, source, entranceIds);
  // What a plan said of posts became duties when it took effect, and they have moved on since.
  const isToCome = row.status === "draft" || row.status === "scheduled";
  return {
    state: isToCome ? state : { ...state, posts: new Map() },
    notes: notesOf(open, state, doubled),
  };
}

function notesOf(open: OpenPlans, state: PlanState, doubled: string[]): CreatedPlan["notes"] {
  if (doubled.length === 0) return [];
  const units = new Map(
    planningUnits(open.ground, state.broken).map((unit) => [unit.id, unit.name]),
  );
  return doubled.map((unitId) => ({
    kind: "doubled-resolved",
    unitId,
    name: units.get(unitId) ?? "",
    detail: state.microGrids.get(state.units.get(unitId) ?? "")?.name ?? null,
  }));
}
