import { and, eq, sql } from "drizzle-orm";
import { hashPassword } from "better-auth/crypto";
import type { AccountRequest, GivenAccount, PersonSummary } from "#data/model/answers/people.ts";
import { people } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { randomPassword } from "../accounts/first.ts";
import {
  findAccount,
  requireOther,
  requireWithinReach,
  storeClosed,
  storePassword,
  takenUsernames,
  withAccounts,
} from "../accounts/manage.ts";
import { requireUsername, similarUsername, suggestUsername } from "../accounts/personUsername.ts";
import { storeAccount } from "../accounts/store.ts";
import { type Ctx, look, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { personNow } from "./save.ts";

/** A name to sign in with that nobody has. @throws Problem no-such-thing */
export async function suggestAccount(ctx: Ctx, slug: string, personId: string): Promise<string> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  const person = await look(ctx, (ctx) => personNow(ctx, communityId, personId));
  return suggestUsername(slug, person.duties[0]?.role, await takenUsernames(ctx.database));
}

/**
 * Lets somebody sign in; the password is told this once. An administrator may link an account that is
 * there, such as that of somebody who works in another community too.
 * @throws Problem no-such-thing, has-account, username-taken, account-in-use
 */
export async function giveAccount(
  ctx: Ctx,
  slug: string,
  personId: string,
  { username, link = false }: AccountRequest,
): Promise<GivenAccount> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  requireUsername(username);
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  return withAccounts(ctx, async (owner, asActor) => {
    const person = await asActor((ctx) => personNow(ctx, communityId, personId));
    if (person.account) throw problems.hasAccount(person.account.username);
    const known = await findAccount(owner, username);
    if (known && !(link && isAdministrator(ctx))) {
      throw problems.usernameTaken(
        username,
        similarUsername(username, await takenUsernames(owner)),
      );
    }
    const userId =
      known?.id ?? (await storeAccount(owner, { username, name: person.name, passwordHash }));
    const action = known ? "account.link" : "account.give";
    await asActor(async (ctx) => {
      if (known) await requireUnused(ctx, communityId, userId);
      await linkAccount(ctx, communityId, { personId, userId });
      await noteDown(ctx, communityId, personId, { action, to: { username } });
    });
    return { username, password: known ? null : password };
  });
}

/** A new password, told this once; all sessions end. @throws Problem no-such-thing, own-account, account-reaches-further */
export async function renewPassword(
  ctx: Ctx,
  slug: string,
  personId: string,
): Promise<{ password: string }> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  return withAccounts(ctx, async (owner, asActor) => {
    const { userId } = await asActor((ctx) => accountOf(ctx, communityId, personId));
    requireOther(owner, userId);
    await requireWithinReach(owner, userId);
    await storePassword(owner, userId, passwordHash);
    await asActor((ctx) => noteDown(ctx, communityId, personId, { action: "account.password" }));
    return { password };
  });
}

/**
 * Closes an account for a reason, or opens it again without one.
 * @throws Problem no-such-thing, own-account, account-reaches-further
 */
export async function setAccountClosed(
  ctx: Ctx,
  slug: string,
  personId: string,
  reason: string | null,
): Promise<PersonSummary> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return withAccounts(ctx, async (owner, asActor) => {
    const { userId, isClosed } = await asActor((ctx) => accountOf(ctx, communityId, personId));
    requireOther(owner, userId);
    await requireWithinReach(owner, userId);
    await storeClosed(owner, userId, reason);
    return asActor(async (ctx) => {
      const action = reason === null ? "account.open" : "account.close";
      const change = { from: { isClosed }, to: { isClosed: reason !== null } };
      await noteDown(ctx, communityId, personId, {
        action,
        ...change,
        reason: reason ?? undefined,
      });
      return personNow(ctx, communityId, personId);
    });
  });
}

function isAdministrator({ actor }: Ctx): boolean {
  return actor.kind === "program" || (actor.kind === "person" && actor.rights.isAdmin);
}

/** @throws Problem no-such-thing */
async function accountOf(ctx: Tx, communityId: string, personId: string) {
  const { account } = await personNow(ctx, communityId, personId);
  if (!account) throw problems.noSuchThing("account", personId);
  return account;
}

/** One account is one person in a community. @throws Problem account-in-use */
async function requireUnused({ db }: Tx, communityId: string, userId: string): Promise<void> {
  const [holder] = await db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.communityId, communityId), eq(people.userId, userId)));
  if (holder) throw problems.accountInUse(holder.name);
}

interface Link {
  personId: string;
  userId: string;
}

export async function linkAccount({ db }: Tx, communityId: string, { personId, userId }: Link) {
  await db
    .update(people)
    .set({ userId, version: sql`${people.version} + 1` })
    .where(and(eq(people.communityId, communityId), eq(people.id, personId)));
}

interface Note {
  action: string;
  from?: unknown;
  to?: unknown;
  reason?: string;
}

function noteDown(ctx: Tx, communityId: string, personId: string, note: Note): Promise<void> {
  return writeAudit(ctx, { communityId, subjectType: "person", subjectId: personId, ...note });
}
