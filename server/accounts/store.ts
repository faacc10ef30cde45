import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts, users } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";

export interface NewAccount {
  username: string;
  name: string;
  /** As better-auth's `hashPassword` makes it: scrypt. */
  passwordHash: string;
  role?: "admin" | "user";
  isSample?: boolean;
}

/**
 * Puts an account into the tables of better-auth, as its owner. One of that username is left as it is.
 * @returns the account's id
 */
export async function storeAccount(ctx: Pick<Tx, "db">, account: NewAccount): Promise<string> {
  const { username, name, passwordHash, role = "user", isSample = false } = account;
  const [known] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.username, username.toLowerCase()));
  if (known) return known.id;
  const id = uuidv7();
  await ctx.db.insert(users).values({
    ...{ id, name, role, isSample },
    username: username.toLowerCase(),
    displayUsername: username,
    // .invalid never resolves (RFC 2606): nothing is ever sent there.
    email: `${id}@getu.invalid`,
  });
  await ctx.db.insert(accounts).values({
    id: uuidv7(),
    accountId: id,
    userId: id,
    providerId: "credential",
    password: passwordHash,
  });
  return id;
}
