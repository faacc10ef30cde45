import { eq, inArray, like } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Role } from "#data/model/duties.ts";
import { ACTIONS, mayRole } from "#data/model/permissions.ts";
import type { HazardActor } from "#data/model/hazards/moves.ts";
import {
  audit,
  communities,
  duties,
  hazards,
  hazardSteps,
  notices,
  people,
  photos,
  users,
} from "#data/schema/index.ts";
import { storeAccount } from "#server/accounts/store.ts";
import { transact } from "#server/context.ts";
import type { TestServer } from "../harness.ts";

const ROLES: readonly Role[] = ["secretary", "inspector", "inspector", "grid-worker", "department"];

export interface Member extends HazardActor {
  username: string;
  personId: string;
  role: Role;
}

/** So many people of 红旗社区, each with an account and a duty for all of it. */
export async function storeMembers({ ctx }: TestServer, count: number): Promise<Member[]> {
  return transact(ctx, async (ctx) => {
    const isHere = eq(communities.slug, "hongqi");
    const [community] = await ctx.db.select().from(communities).where(isHere);
    const communityId = community!.id;
    const members: Member[] = [];
    for (let index = 0; index < count; index++) {
      const [username, name] = [`together${index}`, `同事${index}`];
      const role = ROLES[index % ROLES.length]!;
      const userId = await storeAccount(ctx, { username, name, passwordHash: "none" });
      const personId = uuidv7();
      await ctx.db.insert(people).values({ communityId, id: personId, name, userId });
      await ctx.db.insert(duties).values({
        ...{ communityId, id: uuidv7(), personId, role, startsOn: "2020-01-01" },
        ...{ placeType: "community", placeId: communityId },
      });
      const actions = ACTIONS.filter((action) => mayRole(role, action));
      members.push({ username, personId, role, userId, personIds: [personId], actions });
    }
    return members;
  });
}

/** For a database that others go on with. */
export async function removeTogether({ ctx }: TestServer): Promise<void> {
  for (const table of [hazardSteps, photos, notices, hazards]) await ctx.db.delete(table);
  await ctx.db.delete(audit).where(eq(audit.subjectType, "hazard"));
  const isMember = like(users.username, "together%");
  const members = ctx.db.select({ id: users.id }).from(users).where(isMember);
  const persons = await ctx.db.select().from(people).where(inArray(people.userId, members));
  const ids = persons.map(({ id }) => id);
  await ctx.db.delete(duties).where(inArray(duties.personId, ids));
  await ctx.db.delete(people).where(inArray(people.id, ids));
  await ctx.db.delete(users).where(isMember);
}
