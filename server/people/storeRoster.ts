import { and, eq, isNull, sql } from "drizzle-orm";
import type { RosterPlan } from "#data/model/roster/merge.ts";
import { duties, people } from "#data/schema/index.ts";
import type { AsActor } from "../accounts/manage.ts";
import { storeAccount } from "../accounts/store.ts";
import { touch, type Tx, writeAudit } from "../context.ts";
import { linkAccount } from "./accounts.ts";
import { PEOPLE_LAYERS } from "./layers.ts";

interface Content {
  plan: RosterPlan;
  accounts: (RosterPlan["accounts"][number] & { passwordHash: string })[];
}

/** Rows of one INSERT. */
const PORTION = 500;

/** Writes what a roster changes, and one entry of the audit for all of it. */
export async function storeRoster(
  owner: Tx,
  asActor: AsActor,
  communityId: string,
  { plan, accounts }: Content,
): Promise<void> {
  await asActor(async (ctx) => {
    for (const portion of portionsOf(plan.people)) {
      await ctx.db.insert(people).values(portion.map((person) => ({ communityId, ...person })));
    }
    await storeDuties(ctx, communityId, plan.duties);
  });
  const links: { personId: string; userId: string }[] = [];
  for (const { personId, name, username, passwordHash } of accounts) {
    const userId = await storeAccount(owner, { username, name, passwordHash });
    links.push({ personId, userId });
  }
  await asActor(async (ctx) => {
    for (const link of links) await linkAccount(ctx, communityId, link);
    touch(ctx, communityId, PEOPLE_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "people.import", subjectType: "community" },
      subjectId: communityId,
      to: {
        people: plan.people,
        duties: plan.duties,
        accounts: accounts.map(({ personId, username }) => ({ personId, username })),
        leftOut: plan.problems.length,
      },
    });
  });
}

async function storeDuties({ db }: Tx, communityId: string, rows: RosterPlan["duties"]) {
  for (const { fills, personId, startsOn, endsOn } of rows) {
    if (fills === null) continue;
    await db
      .update(duties)
      .set({ personId, startsOn, endsOn, version: sql`${duties.version} + 1` })
      .where(
        and(eq(duties.communityId, communityId), eq(duties.id, fills), isNull(duties.personId)),
      );
  }
  for (const portion of portionsOf(rows.filter(({ fills }) => fills === null))) {
    await db
      .insert(duties)
      .values(portion.map(({ fills: _, ...duty }) => ({ communityId, ...duty })));
  }
}

function portionsOf<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / PORTION);
  return Array.from({ length: count }, (_, i) => rows.slice(i * PORTION, (i + 1) * PORTION));
}
