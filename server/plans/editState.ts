import { and, eq, inArray } from "drizzle-orm";
import { applyChange, type PlanChange } from "#data/model/planning/change.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import { people } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { issuesOf, withoutHeights } from "./fits.ts";
import type { OpenPlans } from "./openPlans.ts";
import { groundIds } from "./unitRows.ts";

/** A division with a change made to it that came from outside. @throws Problem change-does-not-fit */
export async function editState(
  ctx: Tx,
  { communityId, entranceIds, resident }: OpenPlans,
  before: PlanState,
  asked: PlanChange,
): Promise<PlanState> {
  const change = withoutHeights(asked);
  const after = applyChange(before, change).state;
  const ground = groundIds(resident, entranceIds);
  const personIds = await knownPersons(ctx, communityId, change);
  const issues = issuesOf(change, { ground, before, after, personIds });
  if (issues.length > 0) throw problems.changeDoesNotFit(issues);
  return after;
}

/** Those of the people whom the change names who are of the community. */
async function knownPersons(
  { db }: Tx,
  communityId: string,
  { posts = [] }: PlanChange,
): Promise<Set<string>> {
  const named = [...new Set(posts.flatMap(([, personIds]) => personIds ?? []))];
  const known = new Set<string>();
  for (let start = 0; start < named.length; start += 5000) {
    const rows = await db
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.communityId, communityId),
          inArray(people.id, named.slice(start, start + 5000)),
        ),
      );
    for (const { id } of rows) known.add(id);
  }
  return known;
}
