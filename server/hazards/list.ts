import { and, eq, gt, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { planeAt, unproject } from "#data/model/geometry/plane.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { OPEN_STATUSES } from "#data/model/hazards/kinds.ts";
import { type PastStep, pastState } from "#data/model/hazards/pastState.ts";
import { hazards, hazardSteps } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { readOwnPeople } from "../access/ownPeople.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { type HazardFilter, inOrder, instantOf, isAskedFor, momentOf } from "./filter.ts";
import { selectMany } from "./manyRows.ts";
import { readBeside, selectManyHazards } from "./rows.ts";
import { summaryOf } from "./summary.ts";

/** The hazards that the actor sees and asks for, by deadline, or nearest first. */
export async function listHazards(
  ctx: Ctx,
  slug: string,
  filter: HazardFilter,
): Promise<HazardSummary[]> {
  const { resident } = await openCommunity(ctx, slug);
  return look(ctx, (ctx) => readHazards(ctx, resident, filter));
}

/** The same inside a transaction. */
export async function readHazards(
  ctx: Tx,
  resident: Resident,
  filter: HazardFilter,
): Promise<HazardSummary[]> {
  const { id: communityId, settings } = resident.bundle.community;
  const { timeZone } = settings;
  const past = momentOf(filter, timeZone);
  const now = past?.getTime() ?? Date.now();
  const isOfCommunity = eq(hazards.communityId, communityId);
  const those = and(
    ...[isOfCommunity, ...reportedWithin(filter, timeZone, past)],
    ...(past ? [notClosed(filter, past)] : today(filter)),
  );
  const rows = await selectManyHazards(ctx, those);
  const stateThen = past && (await readStates(ctx, communityId, past, those));
  const beside = await readBeside(ctx, communityId);
  const own = filter.mine ? await readOwnPeople(ctx, communityId) : undefined;
  return rows
    .flatMap((row) => {
      const state = stateThen?.get(row.id);
      if (stateThen && !state) return [];
      return [summaryOf(resident, row, beside, now, state)];
    })
    .filter(isAskedFor(filter, own?.ids ?? [], now))
    .sort(inOrder(filter));
}

function reportedWithin({ from, to }: HazardFilter, timeZone: string, past: Date | undefined) {
  const { reportedAt } = hazards;
  return [
    from === undefined ? undefined : gte(reportedAt, instantOf(from, timeZone, "first")),
    to === undefined ? undefined : lte(reportedAt, instantOf(to, timeZone, "last")),
    past && lte(reportedAt, past),
  ];
}

/** What the database can leave out of today's; `isAskedFor` says the same and more. */
function today({ status, near }: HazardFilter): (SQL | undefined)[] {
  const statuses = status ?? [...OPEN_STATUSES];
  return [
    statuses === "all" ? undefined : inArray(hazards.status, statuses),
    near && isInBox(near),
  ];
}

function isInBox([longitude, latitude, meters]: readonly [number, number, number]): SQL {
  const plane = planeAt([longitude, latitude]);
  // A little more, since the box is measured on a plane.
  const reach = meters * 1.01 + 1;
  const [west, south] = unproject(plane, -reach, -reach);
  const [east, north] = unproject(plane, reach, reach);
  return sql`${hazards.location} && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
}

/** How every hazard that there was then stood, by its history. */
async function readStates(ctx: Tx, communityId: string, past: Date, those: SQL | undefined) {
  const { hazardId, ordinal, step, toStatus, at, actorId, actorName } = hazardSteps;
  const { assigneeId, departmentId, dueAt, until, otherHazardId } = hazardSteps;
  const rows = await selectMany<typeof hazardSteps.$inferSelect>(ctx, {
    from: hazardSteps,
    columns: {
      ...{ hazardId, step, toStatus, at, actorId, actorName },
      ...{ assigneeId, departmentId, dueAt, until, otherHazardId },
    },
    where: and(
      eq(hazardSteps.communityId, communityId),
      lte(at, past),
      inArray(hazardId, ctx.db.select({ id: hazards.id }).from(hazards).where(those)),
    ),
    by: [hazardId, ordinal],
  });
  const steps = rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    until: row.until?.toISOString() ?? null,
  })) satisfies PastStep[];
  const states = [...groupBy(steps, (step) => step.hazardId)].flatMap(([id, history]) => {
    const state = pastState(history, past.getTime());
    return state ? [[id, state] as const] : [];
  });
  return new Map(states);
}

/** Closed before and not opened since: it was closed then too. */
function notClosed({ status }: HazardFilter, past: Date): SQL | undefined {
  if (status === "all" || status?.includes("closed")) return undefined;
  return or(isNull(hazards.closedAt), gt(hazards.closedAt, past));
}
