import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { InspectionSummary } from "#data/model/answers/inspections.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { inspections, photos, rounds } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { whereaboutsOf } from "../resident/targets.ts";
import { conditionOf, type InspectionFilter } from "./filter.ts";

/** What was inspected, as far as row-level security shows it, newest first. @throws Problem not-your-duty */
export async function listInspections(
  ctx: Ctx,
  slug: string,
  filter: InspectionFilter,
): Promise<InspectionSummary[]> {
  const { resident } = await openCommunity(ctx, slug, "see-hazards");
  const { timeZone } = resident.bundle.community.settings;
  return look(ctx, (ctx) => read(ctx, resident, conditionOf(filter, timeZone), filter.limit));
}

/** The same within a transaction, of one. */
export async function findInspection(
  ctx: Tx,
  resident: Resident,
  id: string,
): Promise<InspectionSummary | undefined> {
  const [found] = await read(ctx, resident, eq(inspections.id, id), 1);
  return found;
}

async function read(
  ctx: Tx,
  resident: Resident,
  condition: SQL | undefined,
  limit: number,
): Promise<InspectionSummary[]> {
  const { id: communityId, slug } = resident.bundle.community;
  const { id, targetId, type, placeId, buildingId, dwellingId, unitId } = inspections;
  const { floors, isAllWell, answers, note, at, doneAt, actorName } = inspections;
  const rows = await ctx.db
    .select({
      ...{ id, targetId, type, placeId, buildingId, dwellingId, unitId },
      ...{ floors, isAllWell, answers, note, at, doneAt, actorName },
      longitude: sql<number>`ST_X(${inspections.location})`,
      latitude: sql<number>`ST_Y(${inspections.location})`,
      round: { id: rounds.id, name: rounds.name },
    })
    .from(inspections)
    .leftJoin(rounds, and(eq(rounds.communityId, communityId), eq(rounds.id, inspections.roundId)))
    .where(and(eq(inspections.communityId, communityId), condition))
    .orderBy(desc(doneAt), desc(id))
    .limit(limit);
  const ids = rows.map((row) => row.id);
  const pictures = groupBy(await readPhotos(ctx, communityId, ids), (row) => row.inspectionId);
  return rows.map(({ at, doneAt, ...row }) => ({
    ...{ id: row.id, round: row.round, targetId: row.targetId, ...whereaboutsOf(resident, row) },
    ...{ floors: row.floors, isAllWell: row.isAllWell, answers: row.answers, note: row.note },
    ...{ at: at.toISOString(), doneAt: doneAt.toISOString(), actorName: row.actorName },
    photos: (pictures.get(row.id) ?? []).map(({ inspectionId: _, takenAt, ...photo }) => ({
      ...{ ...photo, takenAt: takenAt?.toISOString() ?? null },
      address: `/api/communities/${slug}/photos/${photo.id}`,
    })),
  }));
}

/** Of a visit and of its lines; a picture of a fail is its hazard's as well. */
async function readPhotos({ db }: Tx, communityId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { id, kind, widthPixels, heightPixels, takenAt, inspectionId, lineId } = photos;
  return db
    .select({ id, kind, widthPixels, heightPixels, takenAt, inspectionId, lineId })
    .from(photos)
    .where(and(eq(photos.communityId, communityId), inArray(inspectionId, [...ids])))
    .orderBy(asc(photos.addedAt), asc(photos.id));
}
