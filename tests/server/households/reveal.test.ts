import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { BuildingDetail, DwellingCell } from "#data/model/answers/buildings.ts";
import { audit, communities, households } from "#data/schema/index.ts";
import { type Asker, inRollback, type TestServer } from "../harness.ts";

const BASE = "/api/communities/hongqi";
const ASKED = { what: "both", reason: "上门走访" };

const revealPath = (id: string) => `${BASE}/households/${id}/reveal`;

/** Households of hongqi as the asker's building cards show them. */
async function homesSeenBy(asker: Asker, server: TestServer) {
  const rows = await server.ctx.db
    .selectDistinct({ buildingId: households.buildingId })
    .from(households)
    .innerJoin(communities, eq(communities.id, households.communityId))
    .where(eq(communities.slug, "hongqi"));
  const cells: DwellingCell[] = [];
  for (const { buildingId } of rows) {
    const answer = await asker.get(`${BASE}/buildings/${buildingId}`);
    const { entrances } = (await answer.json()) as BuildingDetail;
    cells.push(...entrances.flatMap(({ floors }) => floors.flatMap((floor) => floor.dwellings)));
  }
  return cells.flatMap(({ household }) => (household ? [household] : []));
}

async function rowOf({ ctx }: TestServer, id: string) {
  const [row] = await ctx.db.select().from(households).where(eq(households.id, id));
  return row!;
}

async function aHomeOf(username: string, server: TestServer) {
  const [home] = await homesSeenBy(server.as(username), server);
  if (!home) throw new Error(`${username} sees no household`);
  return home;
}

test(
  "a grid worker is shown the full name and phone of a household of the grid, and it is written down",
  inRollback(async (server) => {
    const home = await aHomeOf("hongqi.worker1", server);
    expect(home.mayReveal).toBe(true);
    const answer = await server.as("hongqi.worker1").post(revealPath(home.id), ASKED);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const { headName, phone } = await rowOf(server, home.id);
    expect(await answer.json()).toEqual({ headName, phone });
    const { userId, name } = await server.actorOf("hongqi.worker1");
    const rows = await server.ctx.db.select().from(audit).where(eq(audit.subjectId, home.id));
    expect(rows).toMatchObject([
      {
        ...{ actorId: userId, actorName: name, action: "household.reveal", reason: "上门走访" },
        ...{ subjectType: "household", from: null, to: { what: "both" } },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(headName);
  }),
);

test(
  "only what was asked for is shown",
  inRollback(async (server) => {
    const worker = server.as("hongqi.worker1");
    const home = await aHomeOf("hongqi.worker1", server);
    const { headName, phone } = await rowOf(server, home.id);
    const ask = async (what: string) =>
      (await worker.post(revealPath(home.id), { ...ASKED, what })).json();
    expect(await ask("name")).toEqual({ headName });
    expect(await ask("phone")).toEqual({ phone });
  }),
);

test(
  "a household of another grid does not exist for a grid worker",
  inRollback(async (server) => {
    const own = new Set(
      (await homesSeenBy(server.as("hongqi.worker1"), server)).map(({ id }) => id),
    );
    const all = await homesSeenBy(server.as("hongqi.secretary"), server);
    const foreign = all.find(({ id }) => !own.has(id))!;
    const answer = await server.as("hongqi.worker1").post(revealPath(foreign.id), ASKED);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    const none = await server.as("hongqi.worker1").post(revealPath(nowhere), ASKED);
    expect([answer.status, none.status]).toEqual([404, 404]);
    const text = (await answer.text()).replaceAll(foreign.id, nowhere);
    expect(text).toBe(await none.text());
  }),
);

test(
  "who sees households masked without the duty to reveal is refused, and nothing is written down",
  inRollback(async (server) => {
    const home = await aHomeOf("hongqi.inspector", server);
    expect(home.mayReveal).toBe(false);
    for (const username of ["hongqi.inspector", "hongqi.planner", "hongqi.department", "admin"]) {
      const answer = await server.as(username).post(revealPath(home.id), ASKED);
      expect(answer.status, username).toBe(403);
    }
    expect((await server.as("xinyuan.secretary").post(revealPath(home.id), ASKED)).status).toBe(
      404,
    );
    expect((await server.as(null).post(revealPath(home.id), ASKED)).status).toBe(401);
    expect(await server.ctx.db.select().from(audit).where(eq(audit.subjectId, home.id))).toEqual(
      [],
    );
  }),
);

test(
  "a reason is one line of three characters at least",
  inRollback(async (server) => {
    const home = await aHomeOf("hongqi.worker1", server);
    for (const reason of ["", "  看看  ", "上门\n走访", "很".repeat(201), 7, null]) {
      const answer = await server
        .as("hongqi.worker1")
        .post(revealPath(home.id), { what: "both", reason });
      expect(answer.status, String(reason)).toBe(400);
    }
  }),
);

/** Sets how many are shown in an hour. */
async function limitTo(server: TestServer, revealsPerHour: number) {
  const setting = JSON.stringify({ revealsPerHour });
  await server.ctx.db
    .update(communities)
    .set({ settings: sql`${communities.settings} || ${setting}::jsonb` })
    .where(eq(communities.slug, "hongqi"));
}

test(
  "above the community's limit nothing is shown until the oldest is an hour ago",
  inRollback(async (server) => {
    await limitTo(server, 2);
    const home = await aHomeOf("hongqi.worker1", server);
    const worker = server.as("hongqi.worker1");
    const allowance = async () => (await worker.get(`${BASE}/reveals`)).json();
    expect(await allowance()).toEqual({ limit: 2, left: 2, retryAfterSeconds: 0 });
    await worker.post(revealPath(home.id), ASKED);
    await worker.post(revealPath(home.id), ASKED);
    await makeOlder(server, home.id, 50 * 60);
    expect(await allowance()).toEqual({ limit: 2, left: 0, retryAfterSeconds: 600 });
    const refused = await worker.post(revealPath(home.id), ASKED);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe("600");
    expect(await refused.json()).toMatchObject({
      type: "urn:getu:problem:too-many-reveals",
      parameters: { limit: 2, retryAfterSeconds: 600 },
    });
    await makeOlder(server, home.id, 61 * 60);
    expect(await allowance()).toMatchObject({ left: 1 });
    expect((await worker.post(revealPath(home.id), ASKED)).status).toBe(200);
    expect((await worker.post(revealPath(home.id), ASKED)).status).toBe(429);
  }),
);

/** As if the oldest reveal of a household had been so long ago. */
async function makeOlder({ ctx }: TestServer, subjectId: string, seconds: number) {
  const [oldest] = await ctx.db
    .select()
    .from(audit)
    .where(eq(audit.subjectId, subjectId))
    .orderBy(audit.at, audit.id)
    .limit(1);
  await ctx.db
    .update(audit)
    .set({ at: sql`now() - make_interval(secs => ${seconds})` })
    .where(and(eq(audit.communityId, oldest!.communityId), eq(audit.id, oldest!.id)));
}

test(
  "one person's limit is not another's",
  inRollback(async (server) => {
    await limitTo(server, 1);
    const home = await aHomeOf("hongqi.worker1", server);
    const ask = async (username: string) =>
      (await server.as(username).post(revealPath(home.id), ASKED)).status;
    expect(await ask("hongqi.worker1")).toBe(200);
    expect(await ask("hongqi.worker1")).toBe(429);
    expect(await ask("hongqi.secretary")).toBe(200);
  }),
);

test(
  "a person's reveals are counted one after the other: the turn is held to the end of the transaction",
  inRollback(async (server) => {
    const home = await aHomeOf("hongqi.worker1", server);
    const held = async () => {
      const { rows } = (await server.ctx.db.execute(
        sql`SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`,
      )) as unknown as { rows: { count: number }[] };
      return rows[0]!.count;
    };
    const before = await held();
    await server.as("hongqi.worker1").post(revealPath(home.id), ASKED);
    expect(await held()).toBe(before + 1);
  }),
);
