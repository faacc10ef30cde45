import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { LeavingOut, PuttingBack, RoundDetail } from "#data/model/answers/rounds.ts";
import { rounds, roundTargets } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, touch, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { expand, storeTargets } from "./expand.ts";
import { toldInAudit } from "./leftOut.ts";
import { readDetail } from "./read.ts";

/**
 * Takes single targets out of a round; who did it and why stays in the audit. What was inspected of
 * them stays. Two people at once take out what either chose.
 * @throws Problem no-such-thing, round-ended, no-targets where nothing would be left
 */
export async function leaveOut(
  ctx: Ctx,
  slug: string,
  id: string,
  { targetIds, reason }: LeavingOut,
): Promise<RoundDetail> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const { resident } = open;
  const communityId = resident.bundle.community.id;
  return transact(ctx, async (ctx) => {
    await lockRunning(ctx, communityId, id);
    const isOfRound = and(eq(roundTargets.communityId, communityId), eq(roundTargets.roundId, id));
    const { type, placeId, buildingId, dwellingId, name, unitId, location } = roundTargets;
    const gone = await ctx.db
      .delete(roundTargets)
      .where(and(isOfRound, inArray(roundTargets.id, targetIds)))
      .returning({
        ...{ type, placeId, buildingId, dwellingId, name, unitId },
        longitude: sql<number>`ST_X(${location})`,
        latitude: sql<number>`ST_Y(${location})`,
      });
    if (gone.length > 0) {
      const [left] = await ctx.db.select({ total: count() }).from(roundTargets).where(isOfRound);
      if (!left?.total) throw problems.noTargets();
      touch(ctx, communityId, ["inspections"]);
      await writeAudit(ctx, {
        ...{ communityId, action: "round.leave-out", subjectType: "round", subjectId: id, reason },
        from: toldInAudit(resident, gone),
      });
    }
    return readDetail(ctx, open, id);
  });
}

/**
 * Puts targets into a round that were taken out, or single others; each keeps what was inspected of it.
 * @throws Problem round-ended, not-your-duty, no-such-thing, too-many-targets
 */
export async function putBack(
  ctx: Ctx,
  slug: string,
  id: string,
  { targets: choices, reason }: PuttingBack,
): Promise<RoundDetail> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const { resident } = open;
  const communityId = resident.bundle.community.id;
  const targets = expand(open, id, choices);
  return transact(ctx, async (ctx) => {
    await lockRunning(ctx, communityId, id);
    const added = await storeTargets(ctx, { communityId, roundId: id }, targets);
    if (added.size > 0) {
      touch(ctx, communityId, ["inspections"]);
      const things = targets.filter((target) => added.has(target.id));
      await writeAudit(ctx, {
        ...{ communityId, action: "round.put-back", subjectType: "round", subjectId: id },
        to: toldInAudit(
          resident,
          things.map(({ location: { coordinates }, ...thing }) => {
            const [longitude = 0, latitude = 0] = coordinates;
            return { ...thing, longitude, latitude };
          }),
        ),
        ...(reason === "" ? {} : { reason }),
      });
    }
    return readDetail(ctx, open, id);
  });
}

/** Of two who leave out what is left the second waits here. @throws Problem no-such-thing, round-ended */
async function lockRunning({ db }: Tx, communityId: string, id: string): Promise<void> {
  const [round] = await db
    .select({ endedAt: rounds.endedAt })
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, id)))
    .for("update");
  if (!round) throw problems.noSuchThing("round", id);
  if (round.endedAt) throw problems.roundEnded();
}
