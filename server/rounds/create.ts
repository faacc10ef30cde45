import { eq } from "drizzle-orm";
import type { NewRound, RoundDetail } from "#data/model/answers/rounds.ts";
import { lastDayOfFirst } from "#data/model/inspections/periods.ts";
import { rounds } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import { type Ctx, touch, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { expand, storeTargets } from "./expand.ts";
import { readDetail } from "./read.ts";
import { readRounds } from "./rows.ts";

/** @throws Problem not-your-duty, ends-before-start, no-targets, too-many-targets, no-such-thing */
export async function createRound(
  ctx: Ctx,
  slug: string,
  { id, targets: choices, ...terms }: NewRound,
): Promise<{ round: RoundDetail; isNew: boolean }> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const communityId = open.resident.bundle.community.id;
  const { name: createdByName } = requireSignedIn(ctx);
  const days = requireInOrder(terms);
  const targets = expand(open, id, choices);
  return transact(ctx, async (ctx) => {
    const [known] = await readRounds(ctx, communityId, eq(rounds.id, id));
    if (known) return { round: await readDetail(ctx, open, id), isNew: false };
    if (targets.length === 0) throw problems.noTargets();
    const [made] = await ctx.db
      .insert(rounds)
      .values({ communityId, id, ...terms, ...days, createdByName })
      .onConflictDoNothing()
      .returning({ id: rounds.id });
    if (made) {
      await storeTargets(ctx, { communityId, roundId: id }, targets);
      touch(ctx, communityId, ["inspections"]);
      const { name, repeats } = terms;
      await writeAudit(ctx, {
        ...{ communityId, action: "round.create", subjectType: "round", subjectId: id },
        to: { name, ...days, repeats },
      });
    }
    return { round: await readDetail(ctx, open, id), isNew: made !== undefined };
  });
}

type Terms = Pick<NewRound, "startsOn" | "endsOn" | "repeats">;

/** A period ends before the next begins. @throws Problem ends-before-start */
export function requireInOrder(terms: Terms): Pick<Terms, "startsOn" | "endsOn"> {
  const { startsOn, endsOn } = terms;
  if (endsOn < startsOn) throw problems.endsBeforeStart(startsOn, endsOn);
  const last = lastDayOfFirst(terms);
  return { startsOn, endsOn: endsOn < last ? endsOn : last };
}
