import { and, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { groupBy } from "#data/model/groupBy.ts";
import { buildings, communities, hazards, notices } from "#data/schema/index.ts";
import { PROGRAM } from "../../access/actor.ts";
import { type Ctx, transact, type Tx } from "../../context.ts";
import { messageOf, type OutgoingNotice } from "./message.ts";
import type { WayOut } from "./wayOut.ts";

/** What could not be sent for a day is no news any more: it stays in the inbox. */
const NEWS_MS = 24 * 3_600_000;
/** At once; the others follow at the next turn. */
const MOST_AT_ONCE = 500;

/**
 * Sends out what nobody sent yet, one message for each community. Notices are taken before they are sent,
 * so that of several processes one sends them, and given back where no way worked: then the next turn
 * tries again. One that stops in between leaves them unsent: rather once too few than twice.
 * @returns how many notices went out
 */
export async function sendNotices(ctx: Ctx, ways: readonly WayOut[]): Promise<number> {
  if (ways.length === 0) return 0;
  const asProgram: Ctx = { ...ctx, actor: PROGRAM };
  const taken = await transact(asProgram, takeUnsent);
  let sent = 0;
  for (const [communityId, ofCommunity] of groupBy(taken, (row) => row.communityId)) {
    const [{ slug, community, settings }] = ofCommunity as [Taken, ...Taken[]];
    const told = { slug, community, timeZone: settings.timeZone, publicUrl: ctx.publicUrl };
    const message = messageOf(told, oncePerStep(ofCommunity));
    const arrived = await Promise.all(ways.map((way) => attempt(way, message)));
    if (arrived.includes(true)) sent += ofCommunity.length;
    else await transact(asProgram, (ctx) => giveBack(ctx, communityId, ofCommunity));
  }
  return sent;
}

type Taken = OutgoingNotice & {
  communityId: string;
  occasion: string;
  slug: string;
  community: string;
  settings: { timeZone: string };
};

async function takeUnsent({ db }: Tx): Promise<Taken[]> {
  const since = new Date(Date.now() - NEWS_MS);
  const unsent = db
    .select({ id: notices.id })
    .from(notices)
    .where(and(isNull(notices.sentAt), gte(notices.at, since)))
    .orderBy(notices.at)
    .limit(MOST_AT_ONCE)
    .for("update", { skipLocked: true });
  const marked = await db
    .update(notices)
    .set({ sentAt: sql`now()` })
    .where(and(isNull(notices.sentAt), inArray(notices.id, unsent)))
    .returning({ id: notices.id });
  if (marked.length === 0) return [];
  const { id, communityId, kind, occasion, hazardId } = notices;
  const rows = await db
    .select({
      ...{ id, communityId, kind, occasion, hazardId },
      ...{ category: hazards.category, level: hazards.level, dueAt: hazards.dueAt },
      ...{ building: buildings.name, slug: communities.slug, community: communities.name },
      settings: communities.settings,
    })
    .from(notices)
    .innerJoin(communities, eq(communities.id, communityId))
    .innerJoin(hazards, and(eq(hazards.communityId, communityId), eq(hazards.id, hazardId)))
    .leftJoin(
      buildings,
      and(eq(buildings.communityId, communityId), eq(buildings.id, hazards.buildingId)),
    )
    .where(
      inArray(
        id,
        marked.map((row) => row.id),
      ),
    )
    .orderBy(notices.at, id);
  return rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }));
}

/** The office needs not be told as often as there are people who are. */
function oncePerStep(taken: readonly Taken[]): OutgoingNotice[] {
  const byStep = groupBy(
    taken,
    ({ hazardId, kind, occasion }) => `${hazardId} ${kind} ${occasion}`,
  );
  return [...byStep.values()].map(([first]) => {
    const { id, kind, hazardId, category, level, dueAt, building } = first!;
    return { id, kind, hazardId, category, level, dueAt, building };
  });
}

async function giveBack({ db }: Tx, communityId: string, taken: readonly Taken[]): Promise<void> {
  const ids = taken.map(({ id }) => id);
  await db
    .update(notices)
    .set({ sentAt: null })
    .where(and(eq(notices.communityId, communityId), inArray(notices.id, ids)));
}

async function attempt(way: WayOut, message: Parameters<WayOut["send"]>[0]): Promise<boolean> {
  try {
    await way.send(message);
    return true;
  } catch (error) {
    // Without the address, which is a key to the robot.
    console.error(`Notices could not be sent by ${way.name}: ${(error as Error).message}`);
    return false;
  }
}
