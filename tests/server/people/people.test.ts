import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { PersonDetail, PersonSummary, PostRow } from "#data/model/answers/people.ts";
import { audit, communities, people } from "#data/schema/index.ts";
import { transact } from "#server/context.ts";
import { inRollback } from "../harness.ts";
import { given, madeAs, PEOPLE, personNamed, problemKind } from "./people.ts";

test(
  "a secretary sees everybody with account and duties; those of other roles and communities see none",
  inRollback(async ({ as }) => {
    const listed = await given<PersonSummary[]>(as("hongqi.secretary").get(PEOPLE));
    const secretary = listed.find(({ account }) => account?.username === "hongqi.secretary")!;
    expect(secretary.account).toMatchObject({ isClosed: false });
    expect(secretary.duties.map(({ role, state }) => [role, state])).toContainEqual([
      "secretary",
      "current",
    ]);
    expect(listed.flatMap(({ duties }) => duties).every(({ placeName }) => placeName)).toBe(true);
    for (const username of ["hongqi.planner", "hongqi.worker1", "leader"]) {
      expect(await problemKind(as(username).get(PEOPLE))).toBe("403 not-your-duty");
    }
    expect(await problemKind(as("xinyuan.secretary").get(PEOPLE))).toBe("404 no-such-community");
    expect(await problemKind(as(null).get(PEOPLE))).toBe("401 not-signed-in");
    const [other] = await given<PersonSummary[]>(
      as("xinyuan.secretary").get("/api/communities/xinyuan/people"),
    );
    expect(await problemKind(as("hongqi.secretary").get(`${PEOPLE}/${other!.id}`))).toBe(
      "404 no-such-thing",
    );
  }),
);

test(
  "vacant posts are listed without anybody",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const posts = await given<PostRow[]>(secretary.get("/api/communities/hongqi/posts"));
    expect(posts.every(({ personId, state }) => personId === null && state !== "ended")).toBe(true);
  }),
);

test(
  "the same person sent twice is made once, and written down once",
  inRollback(async ({ as, ctx }) => {
    const secretary = as("hongqi.secretary");
    const body = { id: "0198a000-0000-7000-8000-000000000001", name: "新来的", phone: null };
    expect((await secretary.post(PEOPLE, body)).status).toBe(201);
    expect((await secretary.post(PEOPLE, body)).status).toBe(200);
    const listed = await given<PersonSummary[]>(secretary.get(PEOPLE));
    expect(listed.filter(({ name }) => name === "新来的")).toHaveLength(1);
    const rows = await ctx.db.select().from(audit).where(eq(audit.subjectId, body.id));
    expect(rows).toMatchObject([
      {
        action: "person.create",
        to: { name: "新来的", phone: null },
        actorName: expect.anything(),
      },
    ]);
  }),
);

test(
  "of two who change the same row the second is shown both",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const made = await madeAs<PersonSummary>(secretary, PEOPLE, { name: "甲", phone: null });
    const path = `${PEOPLE}/${made.id}`;
    const first = await secretary.send("PATCH", path, { version: 1, name: "乙", phone: "1" });
    expect(await first.json()).toMatchObject({ name: "乙", phone: "1", version: 2 });
    const second = await secretary.send("PATCH", path, { version: 1, name: "丙", phone: null });
    expect(second.status).toBe(409);
    const { type, parameters } = (await second.json()) as {
      type: string;
      parameters: { mine: unknown; theirs: unknown };
    };
    expect(type).toContain("stale-version");
    expect(parameters.mine).toMatchObject({ name: "丙", version: 1 });
    expect(parameters.theirs).toMatchObject({ name: "乙", version: 2 });
  }),
);

test(
  "what somebody may see and do is told by action, role and place",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const worker = await personNamed(secretary, "hongqi.worker1");
    const detail = await given<PersonDetail>(secretary.get(`${PEOPLE}/${worker.id}`));
    const grid = detail.duties.find(({ role }) => role === "grid-worker")!;
    expect(detail.isAdmin).toBe(false);
    expect(detail.reach.map(({ action }) => action)).toEqual([
      "look",
      "see-residents",
      "see-sensitive",
      "reveal",
      "see-hazards",
      "report-hazard",
      "fix-hazard",
      "verify-hazard",
      "inspect",
    ]);
    expect(detail.reach[3]).toEqual({
      action: "reveal",
      role: "grid-worker",
      places: [{ type: "grid", id: grid.placeId, name: grid.placeName }],
    });
  }),
);

test(
  "the database itself refuses a person in a community whose people one does not manage",
  inRollback(async (server) => {
    const { ctx } = server;
    const [other] = await ctx.db.select().from(communities).where(eq(communities.slug, "xinyuan"));
    for (const username of ["hongqi.secretary", "xinyuan.planner"]) {
      const actor = await server.actorOf(username);
      const insert = transact({ ...ctx, actor }, ({ db }) =>
        db.insert(people).values({
          ...{ communityId: other!.id, id: crypto.randomUUID(), name: "不该有" },
        }),
      );
      await expect(insert).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  }),
);
