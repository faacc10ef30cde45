import { and, eq, sql } from "drizzle-orm";
import { accounts, people, sessions, users } from "#data/schema/index.ts";
import { PROGRAM } from "../access/actor.ts";
import { mayIn } from "../access/requireDuty.ts";
import { asRole, type Ctx, touchAccounts, transact, type Tx } from "../context.ts";
import { problems } from "../problem.ts";

/** Any number will do, as long as every process takes the same one. */
const ACCOUNTS_LOCK = 4_738_203;

/** Does a part of the transaction with the actor's own privileges, under row-level security. */
export type AsActor = <T>(work: (ctx: Tx) => Promise<T>) => Promise<T>;

/**
 * One transaction as the owner of the accounts' tables, which are closed to the application's role. What
 * belongs to a community is to be done through `asActor`. Whoever calls it has asked for the duty.
 */
export function withAccounts<T>(
  ctx: Ctx,
  work: (owner: Tx, asActor: AsActor) => Promise<T>,
): Promise<T> {
  const { actor } = ctx;
  return transact({ ...ctx, actor: PROGRAM }, async (tx) => {
    // Of two who give the same name at once the second waits, and then sees that it is taken.
    await tx.db.execute(sql`SELECT pg_advisory_xact_lock(${ACCOUNTS_LOCK})`);
    const owner = { ...tx, actor };
    touchAccounts(owner);
    if (actor.kind !== "person") return work(owner, (part) => part(owner));
    const settings = { "getu.actor": actor.userId };
    const asActor: AsActor = (part) =>
      asRole({ db: owner.db, role: "getu_app", settings, mode: "write" }, (db) =>
        part({ ...owner, db }),
      );
    return work(owner, asActor);
  });
}

/**
 * The second wall of what is done as the owner. A secretary has no power over an account that reaches
 * beyond their communities: an administrator's, or one that is somebody elsewhere too.
 * @throws Problem account-reaches-further
 */
export async function requireWithinReach({ db, actor }: Tx, userId: string): Promise<void> {
  if (actor.kind === "program") return;
  if (actor.kind === "nobody") throw problems.notSignedIn();
  const { rights } = actor;
  if (rights.isAdmin) return;
  const managed = new Set(
    [...rights.memberships.values()]
      .filter((membership) => mayIn(rights, membership, "manage-people"))
      .map(({ communityId }) => communityId),
  );
  const [user] = await db.select({ role: users.role }).from(users).where(eq(users.id, userId));
  const persons = await db
    .select({ communityId: people.communityId })
    .from(people)
    .where(eq(people.userId, userId));
  const isWithin =
    user?.role !== "admin" && persons.every(({ communityId }) => managed.has(communityId));
  if (!isWithin) throw problems.accountReachesFurther();
}

/** What somebody does to their own account, they do with their password. @throws Problem own-account */
export function requireOther({ actor }: Ctx, userId: string): void {
  if (actor.kind === "person" && actor.userId === userId) throw problems.ownAccount();
}

/** Those of these names that are taken, in lower case. */
export async function takenUsernames({ db }: Pick<Tx, "db">): Promise<Set<string>> {
  const rows = await db.select({ username: users.username }).from(users);
  return new Set(rows.map(({ username }) => username));
}

export async function findAccount({ db }: Pick<Tx, "db">, username: string) {
  const [user] = await db
    .select({ id: users.id, username: users.username })
    .from(users)
    .where(eq(users.username, username.toLowerCase()));
  return user;
}

/** A new password; every session ends. */
export async function storePassword(ctx: Tx, userId: string, passwordHash: string): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ password: passwordHash, updatedAt: sql`now()` })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")));
  await endSessions(ctx, userId);
}

/** A closed account signs in no more; every session ends. */
export async function storeClosed(ctx: Tx, userId: string, reason: string | null): Promise<void> {
  await ctx.db
    .update(users)
    .set({ banned: reason !== null, banReason: reason, banExpires: null, updatedAt: sql`now()` })
    .where(eq(users.id, userId));
  if (reason !== null) await endSessions(ctx, userId);
}

async function endSessions({ db }: Tx, userId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, userId));
}
