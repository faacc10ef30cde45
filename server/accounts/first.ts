import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { hashPassword } from "better-auth/crypto";
import { users } from "#data/schema/index.ts";
import { type Ctx, transact } from "../context.ts";
import { storeAccount } from "./store.ts";

export const FIRST_ADMINISTRATOR = "admin";

/** Without the letters and digits that are taken for one another when read aloud or from paper. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Twelve characters in threes, about 59 bits. */
export function randomPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group()].join("-");
}

/** Whether nobody has an account yet: only then may the program make any by itself. */
export async function hasNoAccounts(ctx: Ctx): Promise<boolean> {
  const [counted] = await ctx.database.db.select({ total: sql<number>`count(*)::int` }).from(users);
  return counted?.total === 0;
}

/** Makes the first administrator. */
export async function createFirstAdministrator(ctx: Ctx, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transact(ctx, async (ctx) => {
    await storeAccount(ctx, {
      username: FIRST_ADMINISTRATOR,
      name: "管理员",
      passwordHash,
      role: "admin",
    });
  });
}
