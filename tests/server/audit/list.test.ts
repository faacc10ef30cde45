import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { AuditChoices } from "#data/model/answers/audit.ts";
import { maskName } from "#data/model/mask.ts";
import { audit, buildings, duties, dwellings, entrances } from "#data/schema/index.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { anyHousehold, ASKED, BASE, communityIdOf, readAudit } from "./written.ts";

const reveal = async (server: TestServer, username: string, id: string) => {
  const answer = await server.as(username).post(`${BASE}/households/${id}/reveal`, ASKED);
  expect(answer.status).toBe(200);
};

/** As if the program had written it. */
async function write(server: TestServer, entry: Partial<typeof audit.$inferInsert>) {
  const communityId = await communityIdOf(server, "hongqi");
  const row = {
    ...{ communityId, id: uuidv7(), action: "person.create", subjectType: "person" },
    ...{ subjectId: uuidv7(), ...entry },
  };
  await server.ctx.db.insert(audit).values(row);
  return row;
}

test(
  "a secretary reads who did what to which household, and why",
  inRollback(async (server) => {
    const household = await anyHousehold(server);
    await reveal(server, "hongqi.secretary", household.id);
    const [building] = await server.ctx.db
      .select()
      .from(buildings)
      .where(eq(buildings.id, household.buildingId));
    const [dwelling] = await server.ctx.db
      .select()
      .from(dwellings)
      .where(eq(dwellings.id, household.dwellingId));
    const [entrance] = await server.ctx.db
      .select()
      .from(entrances)
      .where(eq(entrances.id, dwelling!.entranceId!));
    const { userId, name } = await server.actorOf("hongqi.secretary");
    const { rows } = await readAudit(server.as("hongqi.secretary"));
    expect(rows[0]).toMatchObject({
      ...{ community: "hongqi", action: "household.reveal", reason: "上门走访" },
      ...{ actor: { id: userId, name }, from: null, to: { what: "both" } },
      subjectName: `${building!.name} ${entrance!.name} ${dwelling!.name}`,
      thing: { type: "building", id: building!.id },
    });
    expect(rows.at(-1)).toMatchObject({ actor: null, subjectName: "红旗村" });
  }),
);

test(
  "pages follow one another without a gap or a row twice, also where rows are of one moment",
  inRollback(async (server) => {
    for (let index = 0; index < 7; index++) await write(server, {});
    const asker = server.as("hongqi.secretary");
    const all = (await readAudit(asker, "?limit=100")).rows.map(({ id }) => id);
    const paged: string[] = [];
    for (let before: string | null = ""; before !== null;) {
      const page = await readAudit(asker, `?limit=3${before && `&before=${before}`}`);
      paged.push(...page.rows.map(({ id }) => id));
      before = page.before;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(7);
  }),
);

test(
  "it is filtered by person, thing, action and day, the community's own",
  inRollback(async (server) => {
    const household = await anyHousehold(server);
    await reveal(server, "hongqi.secretary", household.id);
    // Midnight in Shanghai is 16:00 of the day before in Greenwich.
    const late = await write(server, { at: new Date("2026-03-04T16:00:00Z") });
    const early = await write(server, { at: new Date("2026-03-04T15:59:59Z") });
    const asker = server.as("hongqi.secretary");
    const idsOf = async (query: string) => (await readAudit(asker, query)).rows.map(({ id }) => id);
    const { userId } = await server.actorOf("hongqi.secretary");
    expect(await idsOf("?from=2026-03-05&to=2026-03-05")).toEqual([late.id]);
    expect(await idsOf("?from=2026-03-04&to=2026-03-04")).toEqual([early.id]);
    expect(await idsOf(`?subjectType=person&subjectId=${late.subjectId}`)).toEqual([late.id]);
    const byPerson = await readAudit(asker, `?person=${userId}`);
    expect(byPerson.rows.map(({ action }) => action)).toEqual(["household.reveal"]);
    expect(await idsOf("?action=household")).toEqual(byPerson.rows.map(({ id }) => id));
    expect(await idsOf("?action=household.reveal")).toEqual(byPerson.rows.map(({ id }) => id));
    expect(await idsOf("?action=house")).toEqual([]);
  }),
);

test(
  "a building, a grid and a micro-grid have the rows of what is in them",
  inRollback(async (server) => {
    const household = await anyHousehold(server);
    await reveal(server, "hongqi.secretary", household.id);
    const [held] = await server.ctx.db.select().from(duties).where(eq(duties.placeType, "grid"));
    const row = await write(server, {
      ...{ communityId: held!.communityId, subjectType: "duty", subjectId: held!.id },
    });
    const asker = server.as("everywhere");
    const actionsAt = async (place: string, slug = "hongqi") =>
      (await readAudit(asker, `?place=${place}`, `/api/communities/${slug}/audit`)).rows.map(
        ({ action }) => action,
      );
    expect(await actionsAt(`building:${household.buildingId}`)).toEqual(["household.reveal"]);
    const list = await asker.get("/api/communities");
    const slugs = (await list.json()) as { id: string; slug: string }[];
    const { slug } = slugs.find(({ id }) => id === row.communityId)!;
    expect(await actionsAt(`grid:${held!.placeId}`, slug)).toContain("person.create");
    const nothing = `building:00000000-0000-4000-8000-000000000000`;
    expect((await asker.get(`${BASE}/audit?place=${nothing}`)).status).toBe(404);
  }),
);

test(
  "only who has the duty reads a community's audit; everybody reads what they did themselves",
  inRollback(async (server) => {
    const household = await anyHousehold(server);
    await reveal(server, "hongqi.secretary", household.id);
    for (const username of ["hongqi.worker1", "hongqi.planner", "hongqi.department", "leader"]) {
      expect((await server.as(username).get(`${BASE}/audit`)).status, username).toBe(403);
      expect((await server.as(username).get(`${BASE}/audit.xlsx`)).status, username).toBe(403);
      expect((await readAudit(server.as(username), "", "/api/me/audit")).rows).toEqual([]);
    }
    expect((await server.as("xinyuan.secretary").get(`${BASE}/audit`)).status).toBe(404);
    const own = await readAudit(server.as("hongqi.secretary"), "", "/api/me/audit");
    expect(own.rows).toMatchObject([{ action: "household.reveal", community: "hongqi" }]);
  }),
);

test(
  "the audit tells nobody a resident's name or phone, and those without the duty nothing of them",
  inRollback(async (server) => {
    const household = await anyHousehold(server);
    const { id: subjectId, headName, phone } = household;
    await write(server, {
      ...{ action: "household.change", subjectType: "household", subjectId },
      from: { headName, phone, residents: 2, tags: ["disabled"], note: `${headName} 家` },
      to: { headName: "欧阳测试", phone: "13900001111", residents: 3, tags: [] },
    });
    const read = async (username: string) => {
      const { rows } = await readAudit(server.as(username), "?action=household.change");
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${headName}|${phone}|欧阳测试`));
      return rows[0]!;
    };
    const seen = await read("hongqi.secretary");
    expect(seen.from).toMatchObject({ headName: maskName(headName), residents: 2 });
    expect(seen.to).toEqual({
      ...{ headName: "欧***", phone: "139****1111", residents: 3, tags: [] },
    });
    expect(await read("admin")).toMatchObject({ from: {}, to: {} });
    expect((await read("admin")).from).toEqual({});
  }),
);

test(
  "who and what it can be filtered by is what is in it",
  inRollback(async (server) => {
    const household = await anyHousehold(server);
    await reveal(server, "hongqi.secretary", household.id);
    const answer = await server.as("hongqi.secretary").get(`${BASE}/audit/choices`);
    const { actors, actions } = (await answer.json()) as AuditChoices;
    const { userId, name } = await server.actorOf("hongqi.secretary");
    expect(actors).toEqual([{ id: userId, name }]);
    expect(actions).toContain("household.reveal");
  }),
);
