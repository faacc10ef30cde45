import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { PointLocation } from "#data/model/answers/hazards.ts";
import type { LeftOut, TargetChoice } from "#data/model/answers/rounds.ts";
import { targetsOf } from "#data/model/inspections/targets.ts";
import { audit } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { targetGroundOf } from "../resident/targetGround.ts";
import { type VisitedThing, whereaboutsOf } from "../resident/targets.ts";
import { requireRound } from "./read.ts";
import { readTargets } from "./rows.ts";

const named = { name: z.string() };

/** What the audit keeps of a target, so that it can be put back. */
const KeptTarget = z.discriminatedUnion("type", [
  z.object({ type: z.literal("place"), ...named, placeId: z.uuid() }),
  z.object({ type: z.literal("building"), ...named, buildingId: z.uuid() }),
  z.object({ type: z.literal("point"), ...named, location: PointLocation }),
]);
type KeptTarget = z.infer<typeof KeptTarget>;

/** Of homes only how many: the audit is read by who may not know that somebody lives there alone. */
export function toldInAudit(resident: Resident, things: readonly VisitedThing[]) {
  const homes = things.filter(({ type }) => type === "household").length;
  const targets = things.flatMap((thing): KeptTarget[] => {
    const { type, placeId, buildingId } = thing;
    const { name, location } = whereaboutsOf(resident, thing);
    if (type === "place" && placeId) return [{ type, name, placeId }];
    if (type === "building" && buildingId) return [{ type, name, buildingId }];
    return type === "point" ? [{ type, name, location }] : [];
  });
  return { ...(targets.length > 0 ? { targets } : {}), ...(homes > 0 ? { homes } : {}) };
}

/**
 * What was taken out of a round and not put back, newest first, as far as the actor may read the audit:
 * who reads it all sees all, others what they took out themselves.
 * @throws Problem not-your-duty, no-such-thing
 */
export async function listLeftOut(ctx: Ctx, slug: string, id: string): Promise<LeftOut[]> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const communityId = open.resident.bundle.community.id;
  return look(ctx, async (ctx) => {
    await requireRound(ctx, communityId, id);
    const { at, actorName: byName, reason, from } = audit;
    const rows = await ctx.db
      .select({ at, byName, reason, from })
      .from(audit)
      .where(
        and(
          eq(audit.communityId, communityId),
          ...[eq(audit.subjectType, "round"), eq(audit.subjectId, id)],
          eq(audit.action, "round.leave-out"),
        ),
      )
      .orderBy(desc(at), desc(audit.id));
    const known = new Set((await readTargets(ctx, open, [id])).map((target) => target.id));
    const ground = targetGroundOf(open.resident);
    return rows.flatMap(({ at, byName, reason, from }) =>
      keptIn(from).flatMap((kept): LeftOut[] => {
        const choice = choiceOf(kept);
        // What is gone from the ground since is nothing to put back.
        const [target] = targetsOf(id, [choice], ground);
        if (!target || known.has(target.id)) return [];
        known.add(target.id);
        const { type, name } = kept;
        return [{ type, name, choice, byName, reason: reason ?? "", at: at.toISOString() }];
      }),
    );
  });
}

function keptIn(from: unknown): KeptTarget[] {
  return z.object({ targets: z.array(KeptTarget) }).safeParse(from).data?.targets ?? [];
}

function choiceOf(target: KeptTarget): TargetChoice {
  switch (target.type) {
    case "place":
      return { type: "places", placeIds: [target.placeId] };
    case "building":
      return { type: "buildings", buildingIds: [target.buildingId] };
    case "point":
      return { type: "points", points: [{ name: target.name, location: target.location }] };
  }
}
