import { and, asc, eq } from "drizzle-orm";
import type { AccountRow, AdminChange } from "#data/model/answers/people.ts";
import { isCurrent } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { todayIn } from "#data/model/today.ts";
import { communities, duties, people, users } from "#data/schema/index.ts";
import { requireAdmin } from "../access/requireDuty.ts";
import { withAccounts } from "./manage.ts";
import type { Database } from "#data/open.ts";
import { type Ctx, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";

/** All accounts by username, with whom they are where. @throws Problem not-your-duty */
export async function listAccounts(ctx: Ctx): Promise<AccountRow[]> {
  requireAdmin(ctx, "manage-accounts");
  return readAccounts(ctx.database.db);
}

/**
 * Makes an account an administrator's, or takes it back; written down in every community, since it
 * reaches them all. @throws Problem not-your-duty, no-such-thing, last-administrator
 */
export async function setAdministrator(
  ctx: Ctx,
  userId: string,
  { isAdmin, reason }: AdminChange,
): Promise<AccountRow> {
  requireAdmin(ctx, "manage-accounts");
  return withAccounts(ctx, async (owner) => {
    const before = await lockAdministrators(owner, userId);
    if (!isAdmin && !before.others) throw problems.lastAdministrator();
    const role = isAdmin ? "admin" : "user";
    await owner.db.update(users).set({ role }).where(eq(users.id, userId));
    for (const { id: communityId } of await owner.db.select().from(communities)) {
      await writeAudit(owner, {
        ...{ communityId, action: "account.admin", subjectType: "account", subjectId: userId },
        from: { username: before.username, isAdmin: before.isAdmin },
        to: { username: before.username, isAdmin },
        reason,
      });
    }
    const [row] = await readAccounts(owner.db, userId);
    if (!row) throw problems.noSuchThing("account", userId);
    return row;
  });
}

/** Locked, so that of two administrators who remove each other the second sees what the first did. */
async function lockAdministrators({ db }: Tx, userId: string) {
  const admins = await db
    .select({ id: users.id, isClosed: users.banned })
    .from(users)
    .where(eq(users.role, "admin"))
    .orderBy(asc(users.id))
    .for("update");
  const [user] = await db.select().from(users).where(eq(users.id, userId)).for("update");
  if (!user) throw problems.noSuchThing("account", userId);
  const others = admins.some(({ id, isClosed }) => id !== userId && !isClosed);
  return { username: user.username, isAdmin: user.role === "admin", others };
}

async function readAccounts(db: Database, userId?: string): Promise<AccountRow[]> {
  const rows = await db
    .select({
      userId: users.id,
      username: users.username,
      name: users.name,
      role: users.role,
      isClosed: users.banned,
      isSample: users.isSample,
    })
    .from(users)
    .where(userId ? eq(users.id, userId) : undefined)
    .orderBy(users.username);
  const places = await readPlaces(db, userId);
  const placesOf = groupBy(places, (place) => place.userId);
  return rows.map(({ role, ...row }) => ({
    ...row,
    isAdmin: role === "admin",
    communities: membershipsOf(placesOf.get(row.userId) ?? []),
  }));
}

function readPlaces(db: Database, userId: string | undefined) {
  return db
    .select({
      userId: people.userId,
      personId: people.id,
      slug: communities.slug,
      name: communities.name,
      settings: communities.settings,
      role: duties.role,
      startsOn: duties.startsOn,
      endsOn: duties.endsOn,
    })
    .from(people)
    .innerJoin(communities, eq(communities.id, people.communityId))
    .innerJoin(users, eq(users.id, people.userId))
    .leftJoin(
      duties,
      and(eq(duties.communityId, people.communityId), eq(duties.personId, people.id)),
    )
    .where(userId ? eq(users.id, userId) : undefined)
    .orderBy(communities.createdAt, communities.slug);
}

/** With the roles they hold today. */
function membershipsOf(places: Awaited<ReturnType<typeof readPlaces>>): AccountRow["communities"] {
  return [...groupBy(places, ({ personId }) => personId).values()].map((rows) => {
    const { slug, name, personId } = rows[0]!;
    const roles = rows.flatMap(({ role, startsOn, endsOn, settings }) => {
      const today = todayIn(settings.timeZone);
      return role && startsOn && isCurrent({ startsOn, endsOn }, today) ? [role] : [];
    });
    return { slug, name, personId, roles: [...new Set(roles)] };
  });
}
