import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Me, SignInHelp } from "#data/model/answers/accounts.ts";
import { accounts, communities, duties, sessions, users } from "#data/schema/index.ts";
import { hasNoAccounts } from "#server/accounts/first.ts";
import { setPassword } from "#server/accounts/setPassword.ts";
import { createApp } from "#server/app.ts";
import { touchAccounts, transact } from "#server/context.ts";
import { openAccounts } from "#server/opening.ts";
import { assemble } from "#server/services.ts";
import { inRollback, PASSWORD, type TestServer } from "../harness.ts";

const SIGN_IN = "/api/auth/sign-in/username";

/** A browser: it keeps its cookies and says nothing else of who it is. */
function browser({ app }: Pick<TestServer, "app">) {
  const cookies = new Map<string, string>();
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await app.request(path, {
      method,
      headers: {
        "Content-Type": "application/json",
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = cookie.split(";")[0]!.split(/=(.*)/s);
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    ask,
    signIn: (username: string, password = PASSWORD) => ask("POST", SIGN_IN, { username, password }),
    me: async () => (await (await ask("GET", "/api/me")).json()) as Me,
  };
}

async function kindOf(response: Response): Promise<string> {
  return ((await response.json()) as { type: string }).type.replace("urn:getu:problem:", "");
}

test(
  "who signs in gets a cookie that scripts cannot read and other sites do not send",
  inRollback(async (server) => {
    const { ask, me, signIn } = browser(server);
    expect((await ask("GET", "/api/me")).status).toBe(401);
    const response = await signIn("hongqi.worker1");
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().find((text) => text.includes("session_token"));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
    expect(await me()).toMatchObject({
      username: "hongqi.worker1",
      isAdmin: false,
      communities: [{ slug: "hongqi", duties: [{ role: "grid-worker", placeType: "grid" }] }],
    });
  }),
);

test(
  "behind https the cookies travel by https alone",
  inRollback(async ({ ctx }) => {
    const services = assemble(ctx.database, {
      basemapDirectory: "",
      photoDirectory: "",
      secret: "a secret of the tests alone, thirty-two and more",
      publicUrl: "https://map.example.org",
    });
    const response = await browser({ app: createApp(services) }).signIn("hongqi.worker1");
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure/);
  }),
);

test(
  "a wrong password and an unknown name are refused in the same words",
  inRollback(async (server) => {
    const { signIn } = browser(server);
    const wrong = await signIn("hongqi.worker1", "not the password");
    const unknown = await signIn("hongqi.nobody", "not the password");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect(wrong.headers.getSetCookie()).toEqual([]);
  }),
);

test(
  "passwords are kept as scrypt hashes with a salt",
  inRollback(async ({ ctx }) => {
    const rows = await ctx.db.select({ password: accounts.password }).from(accounts);
    expect(rows.length).toBeGreaterThan(10);
    for (const { password } of rows) expect(password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  }),
);

test(
  "who tries one account too often has to wait; another account beside it gets in at once",
  inRollback(async (server) => {
    const attacker = browser(server);
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let time = 0; time < 12; time++) {
      last = await attacker.signIn("hongqi.secretary", `guess ${time}`);
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect(Number(last!.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await kindOf(last!)).toBe("too-many-attempts");
    expect((await browser(server).signIn("hongqi.worker1")).status).toBe(200);
  }),
);

test(
  "nobody can lock a person out: a browser that was let in before still gets in",
  inRollback(async (server) => {
    const own = browser(server);
    expect((await own.signIn("hongqi.secretary")).status).toBe(200);
    const attacker = browser(server);
    for (let time = 0; time < 12; time++)
      await attacker.signIn("hongqi.secretary", `guess ${time}`);
    expect((await attacker.signIn("hongqi.secretary")).status).toBe(429);
    expect((await own.signIn("hongqi.secretary")).status).toBe(200);
  }),
);

test(
  "a stolen device cookie of one account is no way around the limit of another",
  inRollback(async (server) => {
    const attacker = browser(server);
    expect((await attacker.signIn("hongqi.worker1")).status).toBe(200);
    for (let time = 0; time < 10; time++)
      await attacker.signIn("hongqi.secretary", `guess ${time}`);
    expect((await attacker.signIn("hongqi.secretary")).status).toBe(429);
  }),
);

test(
  "signing out ends the session here, signing out everywhere ends all",
  inRollback(async (server) => {
    const [desk, phone] = [browser(server), browser(server)];
    await desk.signIn("hongqi.worker1");
    await phone.signIn("hongqi.worker1");
    const copied = desk.cookies.get("getu.session_token")!;
    expect((await desk.ask("POST", "/api/auth/sign-out")).status).toBe(200);
    expect((await desk.ask("GET", "/api/me")).status).toBe(401);
    desk.cookies.set("getu.session_token", copied);
    expect((await desk.ask("GET", "/api/me")).status).toBe(401);
    expect((await phone.ask("GET", "/api/me")).status).toBe(200);

    await desk.signIn("hongqi.worker1");
    expect((await phone.ask("POST", "/api/auth/revoke-sessions")).status).toBe(200);
    expect((await phone.ask("GET", "/api/me")).status).toBe(401);
    expect((await desk.ask("GET", "/api/me")).status).toBe(401);
    const { userId } = await server.actorOf("hongqi.worker1");
    const left = await server.ctx.db.select().from(sessions).where(eq(sessions.userId, userId));
    expect(left).toEqual([]);
  }),
);

test(
  "a new password takes the old one, and ends the other sessions",
  inRollback(async (server) => {
    const [desk, phone] = [browser(server), browser(server)];
    await desk.signIn("hongqi.worker1");
    await phone.signIn("hongqi.worker1");
    const change = (currentPassword: string, newPassword: string) =>
      desk.ask("POST", "/api/auth/change-password", { currentPassword, newPassword });
    expect(await kindOf(await change("wrong", "a new password"))).toBe("wrong-password");
    expect(await kindOf(await change(PASSWORD, "short"))).toBe("invalid");
    expect((await change(PASSWORD, "a new password")).status).toBe(200);
    expect((await desk.ask("GET", "/api/me")).status).toBe(200);
    expect((await phone.ask("GET", "/api/me")).status).toBe(401);
    expect((await phone.signIn("hongqi.worker1")).status).toBe(401);
    expect((await phone.signIn("hongqi.worker1", "a new password")).status).toBe(200);
  }),
);

test(
  "a closed account is not let in, and whoever is in is out at once",
  inRollback(async (server) => {
    const desk = browser(server);
    await desk.signIn("hongqi.worker1");
    await transact(server.ctx, async (ctx) => {
      const isTheirs = eq(users.username, "hongqi.worker1");
      await ctx.db.update(users).set({ banned: true }).where(isTheirs);
      touchAccounts(ctx);
    });
    expect((await desk.ask("GET", "/api/me")).status).toBe(401);
    expect(await kindOf(await desk.signIn("hongqi.worker1"))).toBe("account-closed");
  }),
);

test(
  "a duty that ends is over at once, and with it everything that it showed",
  inRollback(async (server) => {
    const desk = browser(server);
    await desk.signIn("hongqi.planner");
    const layer = "/api/communities/hongqi/layers/grids";
    expect((await desk.ask("GET", layer)).status).toBe(200);
    await transact(server.ctx, async (ctx) => {
      const [hongqi] = await ctx.db
        .select()
        .from(communities)
        .where(eq(communities.slug, "hongqi"));
      await ctx.db
        .update(duties)
        .set({ endsOn: "2020-01-02" })
        .where(and(eq(duties.communityId, hongqi!.id), eq(duties.role, "planner")));
      touchAccounts(ctx);
    });
    const refused = await desk.ask("GET", layer);
    expect(await kindOf(refused)).toBe("no-such-community");
    expect((await desk.me()).communities).toEqual([]);
  }),
);

test(
  "the sign-in page is told of sample accounts, and of no other",
  inRollback(async (server) => {
    const help = (await (await server.as(null).get("/api/sign-in-help")).json()) as SignInHelp;
    const names = help.samples.map(({ username }) => username);
    expect(names).toEqual(
      expect.arrayContaining(["leader", "hongqi.secretary", "xinyuan.planner"]),
    );
    expect(names).not.toContain("everywhere");
    await server.ctx.db.execute(sql`UPDATE users SET is_sample = false`);
    const later = (await (await server.as(null).get("/api/sign-in-help")).json()) as SignInHelp;
    expect(later.samples).toEqual([]);
  }),
);

test(
  "a database in which anybody has an account gets none by itself",
  inRollback(async ({ ctx }) => {
    const before = await ctx.db.select().from(users);
    const said: string[] = [];
    await openAccounts(ctx, { password: "x", withSamples: true }, (line) => said.push(line));
    expect(await ctx.db.select().from(users)).toEqual(before);
    expect(said).toEqual([]);
  }),
);

test(
  "the first start makes the administrator, and tells a password that nobody chose once",
  inRollback(async (server) => {
    const { ctx } = server;
    await ctx.db.execute(sql`DELETE FROM users`);
    expect(await hasNoAccounts(ctx)).toBe(true);
    const said: string[] = [];
    const without = { password: undefined, withSamples: false };
    await openAccounts(ctx, without, (line) => said.push(line));
    const password = /[a-z2-9]{4}(-[a-z2-9]{4}){2}/.exec(said.join("\n"))![0];
    const desk = browser(server);
    expect((await desk.signIn("admin", password)).status).toBe(200);
    expect(await desk.me()).toMatchObject({ username: "admin", isAdmin: true });
    await openAccounts(ctx, without, (line) => said.push(line));
    expect(said.join("\n").match(new RegExp(password, "g"))).toHaveLength(1);
  }),
);

test(
  "a lost password is replaced at a terminal, which ends the sessions and opens a closed account",
  inRollback(async (server) => {
    const desk = browser(server);
    await desk.signIn("hongqi.worker1");
    expect(await setPassword(server.ctx, "hongqi.nobody", "x")).toBe(false);
    expect(await setPassword(server.ctx, "Hongqi.Worker1", "told-once-1234")).toBe(true);
    expect((await desk.ask("GET", "/api/me")).status).toBe(401);
    expect((await desk.signIn("hongqi.worker1")).status).toBe(401);
    expect((await desk.signIn("hongqi.worker1", "told-once-1234")).status).toBe(200);
  }),
);
