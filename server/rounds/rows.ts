import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { RoundDays } from "#data/model/inspections/periods.ts";
import { todayIn } from "#data/model/today.ts";
import { inspections, rounds, roundTargets } from "#data/schema/index.ts";
import type { OpenCommunity } from "../access/openCommunity.ts";
import { isTold } from "../access/toldTargets.ts";
import type { Tx } from "../context.ts";

export type RoundRow = typeof rounds.$inferSelect;

/** Newest first. */
export function readRounds({ db }: Tx, communityId: string, condition?: SQL): Promise<RoundRow[]> {
  return db
    .select()
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), condition))
    .orderBy(desc(rounds.startsOn), desc(rounds.createdAt), desc(rounds.id));
}

/** The day of an instant where the community is. */
export function dayIn(timeZone: string, moment: Date): string {
  return todayIn(timeZone, Temporal.Instant.fromEpochMilliseconds(moment.getTime()));
}

export function daysOf({ startsOn, endsOn, repeats, endedAt }: RoundRow, zone: string): RoundDays {
  return { startsOn, endsOn, repeats, endedOn: endedAt && dayIn(zone, endedAt) };
}

export interface TargetRow {
  id: string;
  roundId: string;
  type: (typeof roundTargets.$inferSelect)["type"];
  placeId: string | null;
  buildingId: string | null;
  dwellingId: string | null;
  name: string | null;
  unitId: string | null;
  longitude: number;
  latitude: number;
  /** Of its newest inspection in the round. */
  inspectedAt: Date | null;
  isAllWell: boolean | null;
}

/** The targets of rounds with their newest inspection, as far as the actor may know of them. */
export async function readTargets(
  { db }: Tx,
  open: OpenCommunity,
  roundIds: readonly string[],
): Promise<TargetRow[]> {
  if (roundIds.length === 0) return [];
  const communityId = open.resident.bundle.community.id;
  const newest = db
    .selectDistinctOn([inspections.roundId, inspections.targetId], {
      roundId: inspections.roundId,
      targetId: inspections.targetId,
      doneAt: inspections.doneAt,
      isAllWell: inspections.isAllWell,
    })
    .from(inspections)
    .where(
      and(eq(inspections.communityId, communityId), inArray(inspections.roundId, [...roundIds])),
    )
    .orderBy(inspections.roundId, inspections.targetId, desc(inspections.doneAt))
    .as("newest");
  const { id, roundId, type, placeId, buildingId, dwellingId, name, unitId } = roundTargets;
  const rows = await db
    .select({
      ...{ id, roundId, type, placeId, buildingId, dwellingId, name, unitId },
      longitude: sql<number>`ST_X(${roundTargets.location})`,
      latitude: sql<number>`ST_Y(${roundTargets.location})`,
      inspectedAt: newest.doneAt,
      isAllWell: newest.isAllWell,
    })
    .from(roundTargets)
    .leftJoin(newest, and(eq(newest.roundId, roundId), eq(newest.targetId, id)))
    .where(and(eq(roundTargets.communityId, communityId), inArray(roundId, [...roundIds])))
    .orderBy(roundId, id);
  return rows.filter((row) => isTold(open, row));
}
