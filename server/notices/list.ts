import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { NoticesAnswer, NoticesRead } from "#data/model/answers/notices.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import { hazards, notices } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look, transact, type Tx } from "../context.ts";
import { named } from "../resident/names.ts";
import type { Resident } from "../resident/resident.ts";

/** More than anybody scrolls through. */
const MOST_NOTICES = 100;

/** What the actor is told of; of whom else that is, say the policies of the table. */
export async function listNotices(ctx: Ctx, slug: string): Promise<NoticesAnswer> {
  const { resident } = await openCommunity(ctx, slug);
  const { id: communityId } = resident.bundle.community;
  return look(ctx, async (ctx) => ({
    unread: await countUnread(ctx, communityId),
    notices: await readNotices(ctx, resident),
  }));
}

/** @returns how many are unread after it */
export async function markRead(
  ctx: Ctx,
  slug: string,
  read: NoticesRead,
): Promise<{ unread: number }> {
  const { communityId } = requireDuty(ctx, "look", slug);
  return transact(ctx, async (ctx) => {
    const isMeant = "ids" in read ? inArray(notices.id, read.ids) : undefined;
    await ctx.db
      .update(notices)
      .set({ readAt: sql`now()` })
      .where(and(eq(notices.communityId, communityId), isNull(notices.readAt), isMeant));
    return { unread: await countUnread(ctx, communityId) };
  });
}

const IS_HAZARD = and(
  eq(hazards.communityId, notices.communityId),
  eq(hazards.id, notices.hazardId),
);

async function countUnread({ db }: Tx, communityId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notices)
    .innerJoin(hazards, IS_HAZARD)
    .where(and(eq(notices.communityId, communityId), isNull(notices.readAt)));
  return row?.unread ?? 0;
}

async function readNotices({ db }: Tx, { bundle }: Resident): Promise<NoticesAnswer["notices"]> {
  const { id, kind, at, readAt } = notices;
  const { category, level, status, note, dueAt, buildingId, placeId, floor } = hazards;
  const rows = await db
    .select({
      ...{ id, kind, at, readAt, hazardId: hazards.id },
      ...{ category, level, status, note, dueAt, buildingId, placeId, floor },
    })
    .from(notices)
    .innerJoin(hazards, IS_HAZARD)
    .where(eq(notices.communityId, bundle.community.id))
    .orderBy(desc(at), desc(id))
    .limit(MOST_NOTICES);
  const nameIn = (things: readonly Named[], id: string | null) => named(things, id ?? undefined);
  return rows.map(({ category, level, status, note, floor, ...row }) => ({
    ...{ id: row.id, kind: row.kind, at: row.at.toISOString() },
    readAt: row.readAt?.toISOString() ?? null,
    hazard: {
      ...{ id: row.hazardId, category, level, status, note, floor },
      dueAt: row.dueAt?.toISOString() ?? null,
      building: nameIn(bundle.buildings, row.buildingId) ?? null,
      place: nameIn(bundle.places, row.placeId) ?? null,
    },
  }));
}
