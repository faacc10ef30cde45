import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type HazardDetail, HazardMove } from "#data/model/answers/hazards.ts";
import type { PhotoKind } from "#data/model/hazards/kinds.ts";
import {
  type HazardAction,
  isConflict,
  refusalOf,
  statusAfter,
} from "#data/model/hazards/moves.ts";
import { stateAfter } from "#data/model/hazards/pastState.ts";
import { hazards, hazardSteps } from "#data/schema/index.ts";
import { type OwnPeople, readOwnPeople } from "../access/ownPeople.ts";
import { type Ctx, transact, type Tx } from "../context.ts";
import { preparePhotos } from "../photos/prepare.ts";
import { namePhotos, parse, type SentBody } from "../photos/sent.ts";
import { storePhotos } from "../photos/store.ts";
import { problems } from "../problem.ts";
import { deadlineOf, readDeadlines } from "../reporting/deadlines.ts";
import { tellOfStep } from "../reporting/notices.ts";
import { columnsOf, stateOf } from "../reporting/state.ts";
import { actorOf, addStep, type NewStep, NOTHING_BROUGHT } from "../reporting/steps.ts";
import { actorAt, factsOf } from "./actor.ts";
import { type HazardGround, readDetail, unitOf } from "./detail.ts";
import { openGround } from "./ground.ts";
import { type Brought, requireNeeds } from "./needs.ts";
import { type HazardRow, holdHazards, isHazard, selectHazards } from "./rows.ts";

const Fields = HazardMove.omit({ photos: true });

/**
 * Takes the next step of a hazard's life. Sent again with its `stepId` it is not taken again.
 * @throws Problem no-such-thing, not-your-move, illegal-move, stale-version, missing-evidence,
 * not-a-taker, not-mergeable, until-too-early, id-taken
 */
export async function moveHazard(
  ctx: Ctx,
  slug: string,
  { id, action }: { id: string; action: HazardAction },
  sent: SentBody,
): Promise<HazardDetail> {
  const ground = await openGround(ctx, slug);
  const { stepId = uuidv7(), ...move } = parse(Fields, sent.fields, "body");
  const named = namePhotos(sent.photos, stepId, kindFor(action));
  const photos = await preparePhotos(named);
  return transact(ctx, async (ctx) => {
    await takeStep(ctx, ground, { id, action, stepId, brought: { ...move, photos } });
    return readDetail(ctx, ground, id);
  });
}

/** What a picture shows that nobody said it of. */
function kindFor(action: HazardAction): (index: number) => PhotoKind {
  if (action === "fix") return (index) => (index === 0 ? "before" : "after");
  return () => (action === "rectify" ? "after" : "other");
}

export interface StepToTake {
  id: string;
  action: HazardAction;
  stepId: string;
  brought: Brought;
}

/** One move inside a transaction. @throws Problem as `moveHazard` */
export async function takeStep(ctx: Tx, ground: HazardGround, taken: StepToTake): Promise<void> {
  const { resident, actions } = ground;
  const { id, action, stepId, brought } = taken;
  const communityId = resident.bundle.community.id;
  const { otherHazardId, version } = brought;
  await holdHazards(ctx, communityId, otherHazardId ? [id, otherHazardId] : [id]);
  const [row] = await selectHazards(ctx, isHazard(communityId, id));
  if (!row) throw problems.noSuchThing("hazard", id);
  if (await isTaken(ctx, communityId, taken)) return;
  if (version !== undefined && version !== row.version) {
    const mine = { action, ...brought, photos: brought.photos.map((photo) => photo.id) };
    throw problems.staleVersion(mine, await readDetail(ctx, ground, id));
  }
  const own = await readOwnPeople(ctx, communityId);
  const refusal = refusalOf(factsOf(row), actorAt(ctx, resident, row, { own, actions }), action);
  if (refusal) {
    throw isConflict(refusal)
      ? problems.illegalMove(row.status, action, refusal)
      : problems.notYourMove(action, refusal);
  }
  await requireNeeds(ctx, resident, row, { action, brought });
  const step = await stepOf(ctx, row, own, taken);
  await store(ctx, row, step);
  const state = stateAfter(stateOf(row), step);
  await tellOfStep(ctx, resident, { step, state, unitId: unitOf(resident, row), ownId: own.ownId });
  await storePhotos(ctx, communityId, { hazardId: id, stepId }, brought.photos);
}

/** @throws Problem id-taken where the id stands for another step */
async function isTaken({ db }: Tx, communityId: string, { id, action, stepId }: StepToTake) {
  const [known] = await db
    .select({ hazardId: hazardSteps.hazardId, step: hazardSteps.step })
    .from(hazardSteps)
    .where(and(eq(hazardSteps.communityId, communityId), eq(hazardSteps.id, stepId)));
  if (!known) return false;
  if (known.hazardId !== id || known.step !== action) throw problems.idTaken("step", stepId);
  return true;
}

async function stepOf(
  ctx: Tx,
  row: HazardRow,
  { ownId }: OwnPeople,
  { id, action, stepId, brought }: StepToTake,
): Promise<NewStep> {
  const now = new Date();
  const { note, reason, doneAt } = brought;
  const step: NewStep = {
    ...{ ...NOTHING_BROUGHT, ...actorOf(ctx), id: stepId, hazardId: id, step: action },
    ...{ fromStatus: row.status, toStatus: statusAfter(factsOf(row), action) },
    ...{ note, reason, doneAt, at: now.toISOString(), dueAt: row.dueAt?.toISOString() ?? null },
  };
  switch (action) {
    case "assign":
      return { ...step, assigneeId: brought.assigneeId };
    case "escalate":
      return { ...step, departmentId: brought.departmentId };
    case "merge":
      return { ...step, otherHazardId: brought.otherHazardId };
    case "fix":
      // To whom it comes back if the fix is not accepted.
      return { ...step, assigneeId: ownId };
    case "extend":
      return { ...step, until: brought.until ?? null };
    case "grant": {
      const asked = row.extensionUntil?.toISOString() ?? null;
      const until = brought.until === undefined ? asked : brought.until;
      return { ...step, until, dueAt: until ?? step.dueAt };
    }
    case "return":
    case "reopen": {
      const due = deadlineOf(await readDeadlines(ctx, row.communityId), row, now);
      return { ...step, dueAt: due.toISOString() };
    }
    default:
      return step;
  }
}

async function store(ctx: Tx, row: HazardRow, step: NewStep): Promise<void> {
  const { communityId, id, version } = row;
  const state = stateAfter(stateOf(row), step);
  const [moved] = await ctx.db
    .update(hazards)
    .set({
      ...columnsOf(state),
      extensionReason: state.extensionUntil === null ? null : step.note,
      version: sql`${hazards.version} + 1`,
    })
    // The row is held; the condition is for whoever should ever come here without holding it.
    .where(and(isHazard(communityId, id), eq(hazards.version, version)))
    .returning({ id: hazards.id });
  if (!moved) throw problems.illegalMove(row.status, step.step as HazardAction, "no-such-move");
  await addStep(ctx, communityId, step);
  if (step.otherHazardId === null) return;
  // What was merged into this one is found with the one that is left.
  await ctx.db
    .update(hazards)
    .set({ mergedIntoId: step.otherHazardId })
    .where(and(eq(hazards.communityId, communityId), eq(hazards.mergedIntoId, id)));
}
