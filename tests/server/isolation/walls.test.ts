import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { LAYERS } from "#data/model/layers.ts";
import { communities, households, people } from "#data/schema/index.ts";
import { inRollback, FORGED_HEADER, type TestServer } from "../harness.ts";
import { ACCOUNTS, isMember, OTHER, OWN } from "./accounts.ts";
import { addressOf, routeTable } from "./routeTable.ts";

/** Everything that can be read of a community, asked by somebody for whom the first wall is down. */
async function readAll(server: TestServer, username: string, slug: "hongqi" | "xinyuan") {
  const answers: { path: string; text: string }[] = [];
  for (const { method, path: documented } of await routeTable(server)) {
    if (method !== "GET" || !documented.includes("{slug}") || documented.endsWith("/events"))
      continue;
    const layers = documented.includes("{layer}") ? LAYERS : ["buildings"];
    for (const layer of layers) {
      const path = (await addressOf(documented, slug)).replace(
        "layers/buildings",
        `layers/${layer}`,
      );
      const response = await server.as(username).get(path, { [FORGED_HEADER]: "yes" });
      if (response.ok) answers.push({ path, text: await response.text() });
    }
  }
  return answers;
}

const strangers = ACCOUNTS.filter(
  ({ username }) => username !== null && !["leader", "admin"].includes(username),
);

test.each(strangers)(
  "with the first wall down, $role ($username) still reads nothing of a community that is not theirs",
  async (account) => {
    await inRollback(async (server) => {
      for (const slug of ([OWN, OTHER] as const).filter((slug) => !isMember(account, slug))) {
        const told = (await readAll(server, account.username!, slug)).filter(
          ({ text }) => text !== "[]" && !isEmptyList(text),
        );
        expect(told.map(({ path }) => path)).toEqual([]);
      }
    })();
  },
);

function isEmptyList(text: string): boolean {
  const answer = JSON.parse(text) as Record<string, unknown>;
  return Object.values(answer).every(
    (value) => value === null || (Array.isArray(value) && value.length === 0),
  );
}

test.each(["hongqi.department", "hongqi.planner", "leader", "admin", "hongqi.keeper1"])(
  "with the first wall down, %s still learns of nobody who lives there",
  async (username) => {
    await inRollback(async (server) => {
      const [community] = await server.ctx.db
        .select({ id: communities.id })
        .from(communities)
        .where(eq(communities.slug, OWN));
      const isHere = eq(households.communityId, community!.id);
      const homes = await server.ctx.db.select().from(households).where(isHere);
      const onDuty = await server.ctx.db.select().from(people);
      const open = new Set(onDuty.map(({ phone }) => phone));
      const answers = await readAll(server, username, OWN);
      expect(answers.length).toBeGreaterThan(10);
      const told = answers.flatMap(({ path, text }) =>
        homes
          .filter(
            ({ id, phone }) =>
              text.includes(id) || (phone && !open.has(phone) && text.includes(phone)),
          )
          .map(() => path),
      );
      expect([...new Set(told)]).toEqual([]);
    })();
  },
);
