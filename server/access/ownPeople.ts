import { and, eq, sql } from "drizzle-orm";
import { people } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { requireSignedIn } from "./requireDuty.ts";

/** Whom the actor stands for in a community. */
export interface OwnPeople {
  /** Themself; null where no person of the community signs in with the account. */
  ownId: string | null;
  /** Themself, and those whose duties they stand in for today. */
  ids: string[];
}

/** By the database's own word, as the policies of hazards and notices have it. */
export async function readOwnPeople(ctx: Tx, communityId: string): Promise<OwnPeople> {
  const { userId } = requireSignedIn(ctx);
  const rows = await ctx.db
    .select({ id: people.id, userId: people.userId })
    .from(people)
    .where(
      and(eq(people.communityId, communityId), sql`${people.id} IN (SELECT getu_own_people())`),
    )
    .orderBy(people.id);
  return {
    ownId: rows.find((row) => row.userId === userId)?.id ?? null,
    ids: rows.map(({ id }) => id),
  };
}
