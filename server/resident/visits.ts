import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { groupBy } from "#data/model/groupBy.ts";
import type { RoundVisits, VisitedTarget, Visits } from "#data/model/inspections/visits.ts";
import type { Database } from "#data/open.ts";
import { communities, inspections, rounds, roundTargets } from "#data/schema/index.ts";
import { asRole } from "../context.ts";

/** The day of an instant where the community is, as an ISO date. */
const VISITED_ON = sql<string>`max((${inspections.doneAt} AT TIME ZONE
  (${communities.settings} ->> 'timeZone'))::date)::text`;

/**
 * When things were last visited, by the role that reads for all who look: what was visited of homes is
 * not shown to it.
 */
export function readVisits(owner: Database, communityId: string): Promise<Visits> {
  const settings = { "getu.reads": communityId };
  return asRole({ db: owner, role: "getu_reader", settings, mode: "snapshot" }, async (db) => {
    const places = await db
      .select({ id: inspections.placeId, visitedOn: VISITED_ON })
      .from(inspections)
      .innerJoin(communities, eq(communities.id, inspections.communityId))
      .where(and(eq(inspections.communityId, communityId), eq(inspections.type, "place")))
      .groupBy(inspections.placeId);
    return {
      places: new Map(places.map(({ id, visitedOn }) => [id ?? "", visitedOn])),
      rounds: await readRounds(db, communityId),
    };
  });
}

async function readRounds(db: Database, communityId: string): Promise<RoundVisits[]> {
  const open = await db
    .select({
      ...{ id: rounds.id, name: rounds.name, startsOn: rounds.startsOn },
      ...{ endsOn: rounds.endsOn, repeats: rounds.repeats },
    })
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), isNull(rounds.endedAt)))
    .orderBy(rounds.id);
  if (open.length === 0) return [];
  const targets = groupBy(await readTargets(db, communityId), ({ roundId }) => roundId);
  return open.map(({ id, name, ...days }) => ({
    ...{ id, name, days: { ...days, endedOn: null } },
    targets: (targets.get(id) ?? []).map(({ roundId: _, longitude, latitude, ...target }) => ({
      ...(target as Omit<VisitedTarget, "position">),
      position: [longitude, latitude],
    })),
  }));
}

function readTargets(db: Database, communityId: string) {
  const { roundId, id, type, placeId, buildingId, name } = roundTargets;
  const newest = db
    .select({ ...keys, visitedOn: VISITED_ON.as("visited_on") })
    .from(inspections)
    .innerJoin(communities, eq(communities.id, inspections.communityId))
    .where(eq(inspections.communityId, communityId))
    .groupBy(inspections.roundId, inspections.targetId)
    .as("newest");
  return db
    .select({
      ...{ roundId, id, type, placeId, buildingId, name },
      longitude: sql<number>`ST_X(${roundTargets.location})`,
      latitude: sql<number>`ST_Y(${roundTargets.location})`,
      visitedOn: newest.visitedOn,
    })
    .from(roundTargets)
    .innerJoin(rounds, and(eq(rounds.communityId, communityId), eq(rounds.id, roundId)))
    .leftJoin(newest, and(eq(newest.roundId, roundId), eq(newest.targetId, id)))
    .where(
      and(eq(roundTargets.communityId, communityId), isNull(rounds.endedAt), ne(type, "household")),
    )
    .orderBy(roundId, id);
}

const keys = { roundId: inspections.roundId, targetId: inspections.targetId };
