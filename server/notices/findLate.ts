import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { clockOf, DUE_SOON_FROM } from "#data/model/hazards/clock.ts";
import { RUNNING_STATUSES } from "#data/model/hazards/kinds.ts";
import { holderOf } from "#data/model/hazards/moves.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { todayIn } from "#data/model/today.ts";
import { communities, hazards, notices } from "#data/schema/index.ts";
import { PROGRAM } from "../access/actor.ts";
import { type Ctx, look, touch, transact, type Tx } from "../context.ts";
import { peopleHolding } from "../reporting/notices.ts";

/**
 * Tells of hazards whose time is nearly up, or is: their holder, and of late ones the secretary too. As
 * the program itself. Once for each deadline, also where several processes do it at once: the table
 * takes a notice once.
 * @param now milliseconds since 1970
 * @returns how many notices there are now that there were not
 */
export async function findLate(ctx: Ctx, now = Date.now()): Promise<number> {
  const asProgram: Ctx = { ...ctx, actor: PROGRAM };
  const late = await look(asProgram, (ctx) => readLate(ctx, now));
  let told = 0;
  for (const [communityId, ofCommunity] of groupBy(late, (row) => row.communityId)) {
    told += await transact(asProgram, (ctx) => tell(ctx, communityId, ofCommunity, now));
  }
  return told;
}

type LateHazard = Awaited<ReturnType<typeof readLate>>[number];

/** With their deadline as the occasion is written. */
const OCCASION = sql<string>`to_char(${hazards.dueAt} AT TIME ZONE 'UTC',
  'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Those that are told of already are left out, so that each time there are only a few. */
function readLate({ db }: Tx, now: number) {
  const { communityId, id, status, assigneeId, departmentId, clockStartsAt, dueAt } = hazards;
  const moment = sql`${new Date(now).toISOString()}::timestamptz`;
  return db
    .select({
      ...{ communityId, id, status, assigneeId, departmentId, clockStartsAt, dueAt },
      ...{ occasion: OCCASION, settings: communities.settings },
    })
    .from(hazards)
    .innerJoin(communities, eq(communities.id, communityId))
    .where(
      and(
        inArray(status, [...RUNNING_STATUSES]),
        isNotNull(dueAt),
        sql`${moment} >= ${clockStartsAt} + (${dueAt} - ${clockStartsAt}) * ${DUE_SOON_FROM}::float8`,
        sql`NOT EXISTS (SELECT FROM ${notices} WHERE ${notices.communityId} = ${communityId}
          AND ${notices.hazardId} = ${id} AND ${notices.occasion} = ${OCCASION}
          AND ${notices.kind} = CASE WHEN ${dueAt} < ${moment} THEN 'overdue' ELSE 'due-soon' END)`,
      ),
    );
}

async function tell(ctx: Tx, communityId: string, late: LateHazard[], now: number) {
  const rows: (typeof notices.$inferInsert)[] = [];
  const today = todayIn(late[0]!.settings.timeZone);
  const secretaries = await peopleHolding(ctx, communityId, "secretary", today);
  for (const { id: hazardId, occasion, ...hazard } of late) {
    const clock = clockOf(textual(hazard), now).state;
    if (clock !== "due-soon" && clock !== "overdue") continue;
    const holder = holderOf(hazard);
    const told = [...(holder ? [holder] : []), ...(clock === "overdue" ? secretaries : [])];
    for (const personId of new Set(told)) {
      rows.push({
        ...{ communityId, id: uuidv7(), personId, hazardId, kind: clock, occasion },
        at: new Date(now),
      });
    }
  }
  if (rows.length === 0) return 0;
  const stored = await ctx.db
    .insert(notices)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: notices.id });
  // Pages that are open hear of it as of any change.
  if (stored.length > 0) touch(ctx, communityId, ["hazards"]);
  return stored.length;
}

function textual({ status, clockStartsAt, dueAt }: Omit<LateHazard, "id" | "occasion">) {
  return {
    status,
    clockStartsAt: clockStartsAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  };
}
