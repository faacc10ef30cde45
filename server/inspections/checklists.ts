import { eq } from "drizzle-orm";
import type { Checklist, Checklists } from "#data/model/answers/checklists.ts";
import type { CommunitySettings } from "#data/model/communities.ts";
import { DEFAULT_CHECKLISTS } from "#data/model/inspections/checklists.ts";
import type { Checklist as StoredChecklist } from "#data/model/inspections/kinds.ts";
import { communities } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { changeSettings } from "../settings/changeSettings.ts";

export async function getChecklists(ctx: Ctx, slug: string): Promise<Checklists> {
  const { communityId } = requireDuty(ctx, "look", slug);
  return look(ctx, (ctx) => readChecklists(ctx, communityId));
}

/**
 * The community's own, or those that all begin with; from the row, which changes without the rest.
 * @throws Problem no-such-thing where row-level security hides the community
 */
export async function readChecklists({ db }: Tx, communityId: string): Promise<Checklists> {
  const [row] = await db
    .select({ settings: communities.settings })
    .from(communities)
    .where(eq(communities.id, communityId));
  if (!row) throw problems.noSuchThing("community", communityId);
  return checklistsIn(row.settings);
}

/** Rounds keep the lines they were made with. @throws Problem stale-version with both */
export async function setChecklists(ctx: Ctx, slug: string, mine: Checklists): Promise<Checklists> {
  const settings = await changeSettings(ctx, requireDuty(ctx, "steer-hazards", slug), {
    action: "checklists.change",
    touches: ["inspections"],
    change: (settings) => {
      const theirs = checklistsIn(settings);
      if (theirs.version !== mine.version) throw problems.staleVersion(mine, theirs);
      return { checklists: mine.lists, checklistsVersion: mine.version + 1 };
    },
    told: (settings) => namesOf(checklistsIn(settings).lists),
  });
  return checklistsIn(settings);
}

function checklistsIn(settings: CommunitySettings): Checklists {
  const { checklists = DEFAULT_CHECKLISTS, checklistsVersion: version = 1 } = settings;
  return { version, lists: checklists.map(answerOf) };
}

/** Name → how many lines: the lines themselves would be pages. */
function namesOf(checklists: readonly Checklist[]): Record<string, number> {
  return Object.fromEntries(checklists.map(({ name, lines }) => [name, lines.length]));
}

function answerOf({ nameEn = null, lines, ...checklist }: StoredChecklist): Checklist {
  return {
    ...{ ...checklist, nameEn },
    lines: lines.map(({ textEn = null, ...line }) => ({ ...line, textEn })),
  };
}
