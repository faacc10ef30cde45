import { and, asc, eq, inArray } from "drizzle-orm";
import { isCurrent, type Period } from "#data/model/duties.ts";
import { rolesFor } from "#data/model/permissions.ts";
import { duties, people, users } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { readToday } from "./rows.ts";

interface HeldPost extends Period {
  id: string;
  personId: string | null;
}

/**
 * A community must not lose whoever manages its people by a slip. Asked before a duty is changed; locks
 * the duties in question, so that two who end each other's do it one after the other.
 * @param after the duty as it will be
 * @throws Problem own-last-duty, last-manager
 */
export async function requireManagerLeft(
  ctx: Tx,
  communityId: string,
  after: HeldPost,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "program" || (actor.kind === "person" && actor.rights.isAdmin)) return;
  await ctx.db.execute(lockOf(ctx, communityId));
  const today = await readToday(ctx, communityId);
  const posts = await readPosts(ctx, communityId);
  const before = posts.find(({ id }) => id === after.id);
  if (!before || !isShortened(before, after, today)) return;
  const others = posts.filter(
    (post) => post.id !== after.id && post.isOpen && lastsLonger(post, after, today),
  );
  const isOwn = actor.kind === "person" && before.userId === actor.userId;
  if (isOwn && !others.some(({ userId }) => userId === before.userId)) throw problems.ownLastDuty();
  if (others.length === 0) throw problems.lastManager();
}

/** In one order for all, so that no two wait for each other. */
function lockOf({ db }: Tx, communityId: string) {
  return db
    .select({ id: duties.id })
    .from(duties)
    .where(isManaging(communityId))
    .orderBy(asc(duties.id))
    .for("update")
    .getSQL();
}

function isManaging(communityId: string) {
  return and(
    eq(duties.communityId, communityId),
    eq(duties.placeType, "community"),
    inArray(duties.role, [...rolesFor("manage-people")]),
  );
}

/** The duties to manage people, with the account of whoever holds them. */
async function readPosts({ db }: Tx, communityId: string) {
  const rows = await db
    .select({
      id: duties.id,
      personId: duties.personId,
      startsOn: duties.startsOn,
      endsOn: duties.endsOn,
      userId: users.id,
      isClosed: users.banned,
    })
    .from(duties)
    .leftJoin(
      people,
      and(eq(people.communityId, duties.communityId), eq(people.id, duties.personId)),
    )
    .leftJoin(users, eq(users.id, people.userId))
    .where(isManaging(communityId));
  return rows.map(({ isClosed, ...row }) => ({ ...row, isOpen: isClosed === false }));
}

function isShortened(before: HeldPost, after: HeldPost, today: string): boolean {
  if (before.personId === null || !isCurrent(before, today)) return false;
  if (after.personId !== before.personId || after.startsOn > today) return true;
  return after.endsOn !== null && (before.endsOn === null || after.endsOn < before.endsOn);
}

function lastsLonger(post: HeldPost, after: HeldPost, today: string): boolean {
  if (!isCurrent(post, today)) return false;
  return post.endsOn === null || (after.endsOn !== null && post.endsOn > after.endsOn);
}
