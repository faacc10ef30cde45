import { and, eq, isNull, sql } from "drizzle-orm";
import type { RoundChange, RoundDetail, RoundEnd } from "#data/model/answers/rounds.ts";
import { rounds } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, touch, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { requireInOrder } from "./create.ts";
import { expand, storeTargets } from "./expand.ts";
import { readDetail, requireRound } from "./read.ts";

/**
 * Other words, days or lines, and more targets. What was inspected stays, by the lines as they were.
 * @throws Problem no-such-thing, round-ended, stale-version, and as `createRound`
 */
export async function changeRound(
  ctx: Ctx,
  slug: string,
  id: string,
  change: RoundChange,
): Promise<RoundDetail> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const communityId = open.resident.bundle.community.id;
  const { version, addTargets, ...terms } = change;
  const days = requireInOrder(terms);
  const added = expand(open, id, addTargets);
  return transact(ctx, async (ctx) => {
    const before = await requireRound(ctx, communityId, id);
    if (before.endedAt) throw problems.roundEnded();
    const [moved] = await ctx.db
      .update(rounds)
      .set({ ...terms, ...days, version: sql`${rounds.version} + 1` })
      .where(isVersion(communityId, id, version))
      .returning({ id: rounds.id });
    if (!moved) throw problems.staleVersion(change, await readDetail(ctx, open, id));
    await storeTargets(ctx, { communityId, roundId: id }, added);
    touch(ctx, communityId, ["inspections"]);
    const { name, repeats } = terms;
    await writeAudit(ctx, {
      ...{ communityId, action: "round.change", subjectType: "round", subjectId: id },
      from: { name: before.name, ...daysFrom(before), repeats: before.repeats },
      to: { name, ...days, repeats },
    });
    return readDetail(ctx, open, id);
  });
}

/**
 * Nothing is to be visited any more. A round that is ended already is left as it is.
 * @throws Problem no-such-thing, stale-version
 */
export async function endRound(
  ctx: Ctx,
  slug: string,
  id: string,
  { version }: RoundEnd,
): Promise<RoundDetail> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const communityId = open.resident.bundle.community.id;
  return transact(ctx, async (ctx) => {
    const { endedAt } = await requireRound(ctx, communityId, id);
    if (endedAt) return readDetail(ctx, open, id);
    const [ended] = await ctx.db
      .update(rounds)
      .set({ endedAt: sql`now()`, version: sql`${rounds.version} + 1` })
      .where(and(isVersion(communityId, id, version), isNull(rounds.endedAt)))
      .returning({ id: rounds.id });
    const now = await readDetail(ctx, open, id);
    if (!ended) throw problems.staleVersion({ version }, now);
    const { counts } = now;
    touch(ctx, communityId, ["inspections"]);
    await writeAudit(ctx, {
      ...{ communityId, action: "round.end", subjectType: "round", subjectId: id },
      to: { visited: counts.done, notVisited: counts.due + counts.late + counts.never },
    });
    return now;
  });
}

function daysFrom({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return { startsOn, endsOn };
}

function isVersion(communityId: string, id: string, version: number) {
  return and(eq(rounds.communityId, communityId), eq(rounds.id, id), eq(rounds.version, version));
}
