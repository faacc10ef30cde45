import { v7 as uuidv7 } from "uuid";
import type { CommunityBundle, Duty, Person } from "#data/model/bundle.ts";
import type { Role } from "#data/model/duties.ts";
import { departmentsOf } from "#data/samples/hazards/departments.ts";
import { duties, people } from "#data/schema/index.ts";
import { eq, and } from "drizzle-orm";
import { storeAccount } from "../accounts/store.ts";
import type { Tx } from "../context.ts";

/** What the accounts of each role are called: `hongqi.worker1` is the worker of the first grid. */
const NAMES: Partial<Record<Role, { suffix: string; most: number }>> = {
  secretary: { suffix: "secretary", most: 1 },
  planner: { suffix: "planner", most: 1 },
  inspector: { suffix: "inspector", most: 1 },
  "grid-worker": { suffix: "worker", most: 3 },
  "micro-grid-leader": { suffix: "leader", most: 2 },
  "building-chief": { suffix: "chief", most: 1 },
  "party-contact": { suffix: "contact", most: 1 },
  "lane-keeper": { suffix: "keeper", most: 1 },
};

/** Somebody of the street office, who sees all samples: one account, a person in each. */
const STREET_LEADER = { username: "leader", name: "街道办事处（示例）" };

interface Options {
  /** ISO date on which the guests' duties begin. */
  today: string;
  passwordHash: string;
}

/** An account for each role of a sample community, inside the transaction that stores it. */
export async function storeSampleAccounts(
  ctx: Tx,
  bundle: CommunityBundle,
  { today, passwordHash }: Options,
): Promise<void> {
  const { id: communityId, slug } = bundle.community;
  for (const { username, person } of holders(bundle)) {
    const userId = await storeAccount(ctx, {
      username: `${slug}.${username}`,
      name: person.name,
      passwordHash,
      isSample: true,
    });
    await ctx.db
      .update(people)
      .set({ userId })
      .where(and(eq(people.communityId, communityId), eq(people.id, person.id)));
  }
  for (const guest of guestsOf(slug)) {
    const { personId, username, name, role } = guest;
    const userId =
      username === null
        ? null
        : await storeAccount(ctx, { username, name, passwordHash, isSample: true });
    await ctx.db.insert(people).values({ communityId, id: personId, name, userId });
    await ctx.db.insert(duties).values({
      ...{ communityId, id: uuidv7(), personId, role, startsOn: today },
      ...{ placeType: "community", placeId: communityId },
    });
  }
}

interface Guest {
  role: Role;
  personId: string;
  name: string;
  username: string | null;
}

/** In no report and in no bundle: departments, and somebody of the street office. */
function guestsOf(slug: string): Guest[] {
  const departments = departmentsOf(slug).map(({ id: personId, name, account }): Guest => {
    const username = account === null ? null : `${slug}.${account}`;
    return { role: "department", personId, name, username };
  });
  return [...departments, { role: "leader", personId: uuidv7(), ...STREET_LEADER }];
}

/** Who holds the first posts of each role, by name of account. A post that is vacant has none. */
function holders(bundle: CommunityBundle): { username: string; person: Person }[] {
  const personOf = new Map(bundle.people.map((person) => [person.id, person]));
  const taken = new Set<string>();
  return Object.entries(NAMES).flatMap(([role, { suffix, most }]) => {
    const posts = bundle.duties.filter((duty) => duty.role === role);
    return posts.slice(0, most).flatMap((post: Duty, index) => {
      const person = personOf.get(post.personId ?? "");
      // Whoever holds two posts signs in with one account.
      if (!person || taken.has(person.id)) return [];
      taken.add(person.id);
      const isOneOfMany = role !== "secretary" && role !== "planner" && role !== "inspector";
      return [{ username: isOneOfMany ? `${suffix}${index + 1}` : suffix, person }];
    });
  });
}
