import { expect, test } from "vitest";
import {
  type Action,
  ACTIONS,
  EVERYWHERE_ACTIONS,
  mayRole,
  PLACE_ACTIONS,
} from "#data/model/permissions.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { ACCOUNTS, isMember, OTHER, OWN } from "./accounts.ts";
import { addressOf, type RouteRow, routeTable } from "./routeTable.ts";

/** Streams answer and stay open; what counts is that they answer. */
const LET_IN = "let in";
const OPEN_TO = new Set(["public", "terminal"]);

type Account = (typeof ACCOUNTS)[number];

/** What the table of permissions says of an account, a route and a community. */
function expected(account: Account, { path, duty }: RouteRow, slug: string): string {
  if (!duty || OPEN_TO.has(duty)) return LET_IN;
  if (account.username === null) return "not-signed-in";
  if (duty === "signed-in") return LET_IN;
  const action = duty as Action;
  if (!path.includes("{slug}")) {
    return account.role === "admin" && mayRole("admin", action) ? LET_IN : "not-your-duty";
  }
  if (!isMember(account, slug)) return "no-such-community";
  const narrow: readonly Action[] = [...PLACE_ACTIONS, ...EVERYWHERE_ACTIONS];
  const isNarrow = narrow.includes(action);
  const reaches =
    isNarrow ||
    (account.place !== "grid" && account.place !== "micro-grid" && account.place !== "building");
  return mayRole(account.role!, action) && reaches ? LET_IN : "not-your-duty";
}

async function actual(server: TestServer, account: Account, method: string, path: string) {
  const body = method === "GET" ? undefined : {};
  const response = await server.as(account.username).send(method, path, body);
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  const kind = isProblem ? ((await response.json()) as { type: string }).type.slice(17) : "";
  if (!isProblem) await response.body?.cancel();
  expect(response.status, `${method} ${path}`).toBeLessThan(500);
  const walls = ["not-signed-in", "not-your-duty", "no-such-community"];
  return walls.includes(kind) ? kind : LET_IN;
}

test(
  "every route says whose duty it is",
  inRollback(async (server) => {
    const known = new Set<string>([...ACTIONS, "public", "signed-in", "terminal"]);
    const without = (await routeTable(server)).filter(({ duty }) => !duty || !known.has(duty));
    expect(without).toEqual([]);
  }),
);

test.each(ACCOUNTS)(
  "$role ($username) is let in to every route of their duty, and to no other, here and elsewhere",
  async (account) => {
    await inRollback(async (server) => {
      const wrong: string[] = [];
      for (const row of await routeTable(server)) {
        for (const slug of [OWN, OTHER] as const) {
          const path = await addressOf(row.path, slug);
          const want = expected(account, row, slug);
          const got = await actual(server, account, row.method, path);
          if (got !== want) wrong.push(`${row.method} ${path}: ${got}, not ${want}`);
        }
      }
      expect(wrong).toEqual([]);
    })();
  },
);
