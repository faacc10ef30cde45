import { v7 as uuidv7 } from "uuid";
import { communities, duties, people, users } from "#data/schema/index.ts";
import { eq } from "drizzle-orm";
import { storeAccount } from "#server/accounts/store.ts";
import { type Ctx, transact } from "#server/context.ts";

/** An account for tests that are not about duties: secretary of every community, and administrator. */
export const EVERYWHERE = "everywhere";

export async function storeEverywhere(ctx: Ctx, passwordHash: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const [known] = await ctx.db.select().from(users).where(eq(users.username, EVERYWHERE));
    // A server of PostgreSQL keeps what an earlier run stored.
    if (known) return;
    const userId = await storeAccount(ctx, {
      ...{ username: EVERYWHERE, name: "到处", passwordHash, role: "admin" },
    });
    for (const { id: communityId } of await ctx.db.select().from(communities)) {
      const personId = uuidv7();
      await ctx.db.insert(people).values({ communityId, id: personId, name: "到处", userId });
      await ctx.db.insert(duties).values({
        ...{ communityId, id: uuidv7(), personId, role: "secretary", startsOn: "2020-01-01" },
        ...{ placeType: "community", placeId: communityId },
      });
    }
  });
}
