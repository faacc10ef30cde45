import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import type { DutyChange, DutyEnd, PostRow } from "#data/model/answers/people.ts";
import { duties, leaves } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { postNow } from "./giveDuty.ts";
import { PEOPLE_LAYERS } from "./layers.ts";
import { requireManagerLeft } from "./managers.ts";
import { requireInOrder, requirePerson } from "./places.ts";
import { readToday } from "./rows.ts";

/**
 * Fills a post, corrects its days, or gives it to somebody else, whose leaves are then not the former's.
 * @throws Problem ends-before-start, no-such-thing, own-last-duty, last-manager, stale-version
 */
export async function changeDuty(
  ctx: Ctx,
  slug: string,
  id: string,
  change: DutyChange,
): Promise<PostRow> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  requireInOrder(change);
  return transact(ctx, async (ctx) => {
    const before = await postNow(ctx, communityId, id);
    await requirePerson(ctx, communityId, change.personId);
    const after = await store(ctx, communityId, before, change);
    if (before.personId !== change.personId) await dropLeaves(ctx, communityId, id);
    await writeAudit(ctx, {
      ...{ communityId, action: "duty.change", subjectType: "duty", subjectId: id },
      from: { ...termsOf(before), leave: before.leave },
      to: termsOf(after),
    });
    return postNow(ctx, communityId, id);
  });
}

/** @throws Problem ends-before-start, no-such-thing, own-last-duty, last-manager, stale-version */
export async function endDuty(
  ctx: Ctx,
  slug: string,
  id: string,
  { version, endsOn, reason }: DutyEnd,
): Promise<PostRow> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return transact(ctx, async (ctx) => {
    const before = await postNow(ctx, communityId, id);
    const { personId, startsOn } = before;
    requireInOrder({ startsOn, endsOn });
    const after = await store(ctx, communityId, before, { version, personId, startsOn, endsOn });
    await writeAudit(ctx, {
      ...{ communityId, action: "duty.end", subjectType: "duty", subjectId: id, reason },
      from: termsOf(before),
      to: termsOf(after),
    });
    return after;
  });
}

async function store(
  ctx: Tx,
  communityId: string,
  { id }: PostRow,
  { version, ...terms }: DutyChange,
): Promise<PostRow> {
  await requireManagerLeft(ctx, communityId, { id, ...terms });
  const [moved] = await ctx.db
    .update(duties)
    .set({ ...terms, version: sql`${duties.version} + 1` })
    .where(and(eq(duties.communityId, communityId), eq(duties.id, id), eq(duties.version, version)))
    .returning({ id: duties.id });
  const row = await postNow(ctx, communityId, id);
  if (!moved) throw problems.staleVersion({ version, ...terms }, row);
  touch(ctx, communityId, PEOPLE_LAYERS);
  touchAccounts(ctx);
  return row;
}

/** Those that are over stay: they tell who answered then. */
async function dropLeaves(ctx: Tx, communityId: string, dutyId: string): Promise<void> {
  const today = await readToday(ctx, communityId);
  await ctx.db
    .delete(leaves)
    .where(
      and(
        eq(leaves.communityId, communityId),
        eq(leaves.dutyId, dutyId),
        or(isNull(leaves.endsOn), gte(leaves.endsOn, today)),
      ),
    );
}

function termsOf({ personId, role, placeType, placeId, startsOn, endsOn }: PostRow) {
  return { personId, role, placeType, placeId, startsOn, endsOn };
}
