import { and, asc, eq } from "drizzle-orm";
import type { HazardDetail, HazardPhoto, HazardStepAnswer } from "#data/model/answers/hazards.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { HAZARD_ACTIONS, refusalOf } from "#data/model/hazards/moves.ts";
import { hazards, hazardSteps, photos } from "#data/schema/index.ts";
import type { ActionsAt } from "../access/actionsAt.ts";
import { readOwnPeople } from "../access/ownPeople.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { unitToday } from "../resident/spots.ts";
import { workerAt } from "../resident/workers.ts";
import { actorAt, factsOf } from "./actor.ts";
import { type HazardRow, isHazard, readBeside, selectHazards } from "./rows.ts";
import { personNamed, summaryOf } from "./summary.ts";

/** What is found out before a transaction on hazards begins. */
export interface HazardGround {
  resident: Resident;
  actions: ActionsAt;
}

/** One hazard with its history, for whoever reads it. @throws Problem no-such-thing */
export async function readDetail(
  ctx: Tx,
  { resident, actions }: HazardGround,
  id: string,
): Promise<HazardDetail> {
  const { id: communityId, slug } = resident.bundle.community;
  const [row] = await selectHazards(ctx, isHazard(communityId, id));
  if (!row) throw problems.noSuchThing("hazard", id);
  const beside = await readBeside(ctx, communityId, id);
  const own = await readOwnPeople(ctx, communityId);
  const actor = actorAt(ctx, resident, row, { own, actions });
  const facts = factsOf(row);
  const refusals = HAZARD_ACTIONS.flatMap((action) => {
    const refusal = refusalOf(facts, actor, action);
    return refusal ? [[action, refusal] as const] : [];
  });
  const { majorRule, extensionReason, inspectionId, lineId } = row;
  return {
    ...summaryOf(resident, row, beside, Date.now()),
    ...{ majorRule, extensionReason, inspectionId, lineId },
    steps: await readSteps(ctx, resident, id),
    merged: await readMerged(ctx, communityId, slug, id),
    proposedAssignee: workerAt(resident, unitOf(resident, row)),
    reader: { userId: actor.userId, personIds: [...actor.personIds], actions: [...actor.actions] },
    refusals: Object.fromEntries(refusals),
  };
}

export function unitOf(resident: Resident, { unitId, longitude, latitude }: HazardRow) {
  return unitToday(resident, { unitId, position: [longitude, latitude] });
}

async function readSteps(ctx: Tx, resident: Resident, id: string): Promise<HazardStepAnswer[]> {
  const { id: communityId, slug } = resident.bundle.community;
  const rows = await ctx.db
    .select()
    .from(hazardSteps)
    .where(and(eq(hazardSteps.communityId, communityId), eq(hazardSteps.hazardId, id)))
    .orderBy(asc(hazardSteps.ordinal));
  const photosOf = groupBy(await readPhotos(ctx, communityId, id), ({ stepId }) => stepId);
  return rows.map((row) => ({
    ...{ id: row.id, step: row.step, fromStatus: row.fromStatus, toStatus: row.toStatus },
    at: row.at.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    ...{ actorName: row.actorName, note: row.note, reason: row.reason },
    assignee: personNamed(resident, row.assigneeId),
    department: personNamed(resident, row.departmentId),
    dueAt: row.dueAt?.toISOString() ?? null,
    until: row.until?.toISOString() ?? null,
    otherHazardId: row.otherHazardId,
    photos: (photosOf.get(row.id) ?? []).map((photo) => photoAnswer(slug, photo)),
  }));
}

type PhotoRow = typeof photos.$inferSelect;

function readPhotos({ db }: Tx, communityId: string, hazardId: string): Promise<PhotoRow[]> {
  return db
    .select()
    .from(photos)
    .where(and(eq(photos.communityId, communityId), eq(photos.hazardId, hazardId)))
    .orderBy(asc(photos.addedAt), asc(photos.id));
}

function photoAnswer(slug: string, photo: PhotoRow): HazardPhoto {
  const { id, kind, widthPixels, heightPixels, takenAt } = photo;
  return {
    ...{ id, kind, widthPixels, heightPixels, takenAt: takenAt?.toISOString() ?? null },
    address: `/api/communities/${slug}/photos/${id}`,
  };
}

async function readMerged(ctx: Tx, communityId: string, slug: string, id: string) {
  const isMerged = and(eq(hazards.communityId, communityId), eq(hazards.mergedIntoId, id));
  const rows = await ctx.db
    .select({ id: hazards.id, note: hazards.note, reportedAt: hazards.reportedAt })
    .from(hazards)
    .where(isMerged)
    .orderBy(asc(hazards.reportedAt), asc(hazards.id));
  const merged: HazardDetail["merged"] = [];
  for (const { id, note, reportedAt } of rows) {
    const photos = await readPhotos(ctx, communityId, id);
    merged.push({
      ...{ id, note, reportedAt: reportedAt.toISOString() },
      photos: photos.map((photo) => photoAnswer(slug, photo)),
    });
  }
  return merged;
}
