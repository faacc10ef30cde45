import { and, eq } from "drizzle-orm";
import { hashPassword } from "better-auth/crypto";
import { accounts, sessions, users } from "#data/schema/index.ts";
import { type Ctx, touchAccounts, transact } from "../context.ts";

/**
 * Gives an account another password and ends its sessions.
 * @returns whether there is such an account
 */
export async function setPassword(ctx: Ctx, username: string, password: string): Promise<boolean> {
  const hash = await hashPassword(password);
  return transact(ctx, async (ctx) => {
    const [user] = await ctx.db
      .update(users)
      .set({ banned: false })
      .where(eq(users.username, username.toLowerCase()))
      .returning({ id: users.id });
    if (!user) return false;
    await ctx.db
      .update(accounts)
      .set({ password: hash })
      .where(and(eq(accounts.userId, user.id), eq(accounts.providerId, "credential")));
    await ctx.db.delete(sessions).where(eq(sessions.userId, user.id));
    touchAccounts(ctx);
    return true;
  });
}
