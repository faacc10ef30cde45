import { isNull } from "drizzle-orm";
import type { MyTargets } from "#data/model/answers/rounds.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { rounds } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { Reach } from "../access/reach.ts";
import { type Ctx, look } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { unitOfThing } from "../resident/targets.ts";
import { readRounds, readTargets, type TargetRow } from "./rows.ts";
import { detailOf, targetOf } from "./summary.ts";
import { toldTargets } from "./told.ts";

/**
 * What the reader is to visit: targets of running rounds where they have a duty to inspect, also in
 * somebody's place. Who has it for the whole community is told all.
 * @throws Problem not-your-duty
 */
export async function listMyTargets(ctx: Ctx, slug: string): Promise<MyTargets> {
  const open = await openCommunity(ctx, slug, "inspect");
  const { resident } = open;
  const communityId = resident.bundle.community.id;
  const { memberships } = await ctx.actors.rightsOf(ctx.actor);
  const reach = new Reach(resident, "inspect", memberships.get(slug)?.duties ?? []);
  return look(ctx, async (ctx) => {
    const unended = await readRounds(ctx, communityId, isNull(rounds.endedAt));
    const ids = unended.map(({ id }) => id);
    const targets = groupBy(await readTargets(ctx, open, ids), ({ roundId }) => roundId);
    const running = unended
      .map((round) => ({ round, all: targets.get(round.id) ?? [] }))
      .map(({ round, all }) => ({
        round,
        detail: detailOf(resident, round, all),
        mine: all.filter((target) => isWithin(resident, reach, target)),
      }))
      .filter(({ detail, mine }) => detail.state === "running" && mine.length > 0);
    return {
      rounds: running.map(({ detail }) => detail),
      ...toldTargets(
        resident,
        running.flatMap(({ round, mine }) =>
          mine.map((target) => targetOf(resident, round, target)),
        ),
      ),
    };
  });
}

/** A building that is shared out is everybody's who has a part of it. */
function isWithin(resident: Resident, reach: Reach, target: TargetRow): boolean {
  const { type, buildingId } = target;
  if (type === "building" && buildingId !== null) {
    const units = resident.unitsOfBuilding(buildingId);
    if (units.some(({ id }) => reach.covers(id))) return true;
  }
  return reach.covers(unitOfThing(resident, target));
}
