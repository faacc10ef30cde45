import { eq } from "drizzle-orm";
import type { Checklist } from "#data/model/answers/checklists.ts";
import { DEFAULT_CHECKLISTS } from "#data/model/inspections/checklists.ts";
import type { Checklist as StoredChecklist } from "#data/model/inspections/kinds.ts";
import { communities } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look, touch, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";

export async function getChecklists(ctx: Ctx, slug: string): Promise<Checklist[]> {
  const { communityId } = requireDuty(ctx, "look", slug);
  return look(ctx, (ctx) => readChecklists(ctx, communityId));
}

/**
 * The community's own, or those that all begin with; from the row, which changes without the rest.
 * @throws Problem no-such-thing where row-level security hides the community
 */
export async function readChecklists({ db }: Tx, communityId: string): Promise<Checklist[]> {
  const [row] = await db
    .select({ settings: communities.settings })
    .from(communities)
    .where(eq(communities.id, communityId));
  if (!row) throw problems.noSuchThing("community", communityId);
  return (row.settings.checklists ?? DEFAULT_CHECKLISTS).map(answerOf);
}

/** Rounds keep the lines they were made with. */
export async function setChecklists(
  ctx: Ctx,
  slug: string,
  checklists: Checklist[],
): Promise<Checklist[]> {
  const { communityId } = requireDuty(ctx, "steer-hazards", slug);
  return transact(ctx, async (ctx) => {
    const isIt = eq(communities.id, communityId);
    const [row] = await ctx.db
      .select({ settings: communities.settings })
      .from(communities)
      .where(isIt)
      .for("update");
    if (!row) throw problems.noSuchCommunity(slug);
    await ctx.db
      .update(communities)
      .set({ settings: { ...row.settings, checklists } })
      .where(isIt);
    touch(ctx, communityId, ["inspections"]);
    const before = row.settings.checklists ?? DEFAULT_CHECKLISTS;
    await writeAudit(ctx, {
      ...{ communityId, action: "checklists.change", subjectType: "community" },
      ...{ subjectId: communityId, from: namesOf(before), to: namesOf(checklists) },
    });
    return checklists;
  });
}

/** Name → how many lines: the lines themselves would be pages. */
function namesOf(checklists: readonly StoredChecklist[]): Record<string, number> {
  return Object.fromEntries(checklists.map(({ name, lines }) => [name, lines.length]));
}

function answerOf({ nameEn = null, lines, ...checklist }: StoredChecklist): Checklist {
  return {
    ...{ ...checklist, nameEn },
    lines: lines.map(({ textEn = null, ...line }) => ({ ...line, textEn })),
  };
}
