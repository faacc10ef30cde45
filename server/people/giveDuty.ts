import { v7 as uuidv7 } from "uuid";
import type { NewDuty, PostRow } from "#data/model/answers/people.ts";
import { duties } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { PEOPLE_LAYERS } from "./layers.ts";
import { requireFittingRole, requireInOrder, requirePerson, requirePlace } from "./places.ts";
import { readPosts } from "./read.ts";
import type { Saved } from "./save.ts";

/**
 * Gives a duty to somebody, or makes a post that nobody holds yet.
 * @throws Problem wrong-place-for-role, ends-before-start, no-such-thing
 */
export async function giveDuty(
  ctx: Ctx,
  slug: string,
  { id = uuidv7(), ...duty }: NewDuty,
): Promise<Saved<PostRow>> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  requireFittingRole(duty.role, duty.placeType);
  requireInOrder(duty);
  return transact(ctx, async (ctx) => {
    await requirePerson(ctx, communityId, duty.personId);
    await requirePlace(ctx, communityId, duty);
    const [made] = await ctx.db
      .insert(duties)
      .values({ communityId, id, ...duty })
      .onConflictDoNothing()
      .returning({ id: duties.id });
    if (made) {
      touch(ctx, communityId, PEOPLE_LAYERS);
      touchAccounts(ctx);
      await writeAudit(ctx, {
        ...{ communityId, action: "duty.give", subjectType: "duty", subjectId: id },
        to: duty,
      });
    }
    return { row: await postNow(ctx, communityId, id), isNew: made !== undefined };
  });
}

/** @throws Problem no-such-thing */
export async function postNow(ctx: Tx, communityId: string, id: string): Promise<PostRow> {
  const [post] = await readPosts(ctx, communityId, { dutyIds: [id] });
  if (!post) throw problems.noSuchThing("duty", id);
  return post;
}
