import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AccountRow, GivenAccount, PersonSummary } from "#data/model/answers/people.ts";
import { audit, communities, people, sessions, users } from "#data/schema/index.ts";
import { suggestUsername } from "#server/accounts/personUsername.ts";
import { type Asker, inRollback, PASSWORD, type TestServer } from "../harness.ts";
import { given, madeAs, PEOPLE, personNamed, problemKind } from "./people.ts";

async function signIn(asker: Asker, username: string, password: string): Promise<Response> {
  return asker.post("/api/auth/sign-in/username", { username, password });
}

async function newPerson(secretary: Asker): Promise<string> {
  return (await madeAs<PersonSummary>(secretary, PEOPLE, { name: "新来的", phone: null })).id;
}

/** Makes the worker somebody in another community too. */
async function sendElsewhere({ ctx }: TestServer, username: string): Promise<void> {
  const [user] = await ctx.db.select().from(users).where(eq(users.username, username));
  const [other] = await ctx.db.select().from(communities).where(eq(communities.slug, "xinyuan"));
  await ctx.db.insert(people).values({
    ...{ communityId: other!.id, id: crypto.randomUUID(), name: "两边跑", userId: user!.id },
  });
}

test(
  "who is given an account signs in with the password that was told, and only then",
  inRollback(async ({ as, ctx }) => {
    const secretary = as("hongqi.secretary");
    const id = await newPerson(secretary);
    const { username } = await given<{ username: string }>(
      secretary.get(`${PEOPLE}/${id}/account/suggestion`),
    );
    const account = await madeAs<GivenAccount>(secretary, `${PEOPLE}/${id}/account`, { username });
    expect((await signIn(as(null), username, account.password!)).status).toBe(200);
    expect(
      await problemKind(secretary.post(`${PEOPLE}/${id}/account`, { username: "another.one" })),
    ).toBe("409 has-account");
    const renewed = await madeAs<{ password: string }>(
      secretary,
      `${PEOPLE}/${id}/account/password`,
      undefined,
    );
    const [user] = await ctx.db.select().from(users).where(eq(users.username, username));
    const open = await ctx.db.select().from(sessions).where(eq(sessions.userId, user!.id));
    expect(open).toEqual([]);
    expect((await signIn(as(null), username, account.password!)).status).toBe(401);
    expect((await signIn(as(null), username, renewed.password)).status).toBe(200);
    const rows = await ctx.db.select().from(audit).where(eq(audit.subjectId, id));
    expect(rows.map(({ action }) => action).sort()).toEqual([
      "account.give",
      "account.password",
      "person.create",
    ]);
    expect(JSON.stringify(rows)).not.toContain(account.password);
  }),
);

test(
  "a closed account signs in no more, until it is opened",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const worker = await personNamed(secretary, "hongqi.worker1");
    const path = `${PEOPLE}/${worker.id}/account`;
    expect((await signIn(as(null), "hongqi.worker1", PASSWORD)).status).toBe(200);
    const closed = await madeAs<PersonSummary>(secretary, `${path}/close`, { reason: "离职" });
    expect(closed.account?.isClosed).toBe(true);
    expect((await signIn(as(null), "hongqi.worker1", PASSWORD)).status).toBe(403);
    await madeAs(secretary, `${path}/open`, undefined);
    expect((await signIn(as(null), "hongqi.worker1", PASSWORD)).status).toBe(200);
  }),
);

test(
  "a name that is taken is answered with one that is free, and linked by an administrator alone",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const path = `${PEOPLE}/${await newPerson(secretary)}/account`;
    const refused = await secretary.post(path, { username: "Xinyuan.Worker1", link: true });
    expect(refused.status).toBe(409);
    const { parameters } = (await refused.json()) as { parameters: { suggestion: string } };
    expect(parameters.suggestion).toMatch(/^xinyuan\.worker\d+$/);
    expect((await secretary.post(path, { username: parameters.suggestion })).status).toBe(201);
    const link = { username: "xinyuan.worker1", link: true };
    const other = `${PEOPLE}/${await newPerson(secretary)}/account`;
    const linked = await madeAs<GivenAccount>(as("admin"), other, link);
    expect(linked).toEqual({ username: "xinyuan.worker1", password: null });
    expect((await signIn(as(null), "xinyuan.worker1", PASSWORD)).status).toBe(200);
    const third = `${PEOPLE}/${await newPerson(secretary)}/account`;
    expect(await problemKind(as("admin").post(third, link))).toBe("409 account-in-use");
    expect(await problemKind(secretary.post(third, { username: "a b" }))).toBe("400 invalid");
  }),
);

test(
  "a secretary has no power over an account that reaches beyond their community",
  inRollback(async (server) => {
    const { as } = server;
    const secretary = as("hongqi.secretary");
    const worker = await personNamed(secretary, "hongqi.worker1");
    await sendElsewhere(server, "hongqi.worker1");
    const administrator = await personNamed(secretary, "everywhere");
    for (const { id } of [worker, administrator]) {
      const path = `${PEOPLE}/${id}/account`;
      const further = "403 account-reaches-further";
      expect(await problemKind(secretary.post(`${path}/password`, undefined))).toBe(further);
      expect(await problemKind(secretary.post(`${path}/close`, { reason: "试" }))).toBe(further);
      expect(await problemKind(secretary.post(`${path}/open`, undefined))).toBe(further);
    }
    const path = `${PEOPLE}/${worker.id}/account`;
    expect((await as("admin").post(`${path}/password`, undefined)).status).toBe(201);
    const self = await personNamed(secretary, "hongqi.secretary");
    expect(
      await problemKind(secretary.post(`${PEOPLE}/${self.id}/account/password`, undefined)),
    ).toBe("409 own-account");
  }),
);

test(
  "administrators alone make administrators, and the last one stays",
  inRollback(async ({ as, ctx }) => {
    const admin = as("admin");
    const accounts = await given<AccountRow[]>(admin.get("/api/accounts"));
    const idOf = (name: string) => accounts.find(({ username }) => username === name)!.userId;
    const worker = accounts.find(({ username }) => username === "hongqi.worker1")!;
    expect(worker).toMatchObject({
      isAdmin: false,
      communities: [{ slug: "hongqi", roles: expect.arrayContaining(["grid-worker"]) }],
    });
    expect(await problemKind(as("hongqi.secretary").get("/api/accounts"))).toBe(
      "403 not-your-duty",
    );
    const change = (asker: Asker, name: string, isAdmin: boolean) =>
      asker.post(`/api/accounts/${idOf(name)}/admin`, { isAdmin, reason: "换人" });
    expect(await problemKind(change(as("hongqi.secretary"), "hongqi.secretary", true))).toBe(
      "403 not-your-duty",
    );
    expect((await change(admin, "hongqi.worker1", true)).status).toBe(201);
    expect((await as("hongqi.worker1").get("/api/communities/xinyuan/people")).status).toBe(200);
    for (const name of ["hongqi.worker1", "everywhere"]) {
      expect((await change(admin, name, false)).status).toBe(201);
    }
    expect(await problemKind(change(admin, "admin", false))).toBe("409 last-administrator");
    const rows = await ctx.db.select().from(audit).where(eq(audit.subjectId, worker.userId));
    const all = await ctx.db.select({ id: communities.id }).from(communities);
    expect(rows).toHaveLength(2 * all.length);
  }),
);

test("a name is suggested from community, role and the first free number", () => {
  const taken = new Set(["hongqi.worker1", "hongqi.worker2"]);
  expect(suggestUsername("hongqi", "grid-worker", taken)).toBe("hongqi.worker3");
  expect(suggestUsername("hongqi", undefined, taken)).toBe("hongqi.person1");
});
