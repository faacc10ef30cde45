import { sql } from "drizzle-orm";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { LAYERS } from "#data/model/layers.ts";
import type { Database } from "#data/open.ts";
import * as schema from "#data/schema/index.ts";
import { asRole } from "#server/context.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { ACCOUNTS, isMember, OTHER, OWN } from "./accounts.ts";

const tables = Object.values(schema).filter((value) => is(value, PgTable));
const owned = tables
  .filter((table) => "communityId" in getTableColumns(table))
  .map((table) => getTableName(table));

async function rowsOf<Row>(db: Database, query: ReturnType<typeof sql>): Promise<Row[]> {
  return ((await db.execute(query)) as unknown as { rows: Row[] }).rows;
}

/** Runs as the application's role on behalf of an account, whatever the verbs would say. */
async function asAccount<T>(
  server: TestServer,
  username: string | null,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const userId = username === null ? "" : (await server.actorOf(username)).userId;
  const { db } = server.ctx;
  return asRole({ db, role: "getu_app", settings: { "getu.actor": userId }, mode: "write" }, work);
}

test(
  "every table that a community owns is under row-level security",
  inRollback(async ({ ctx }) => {
    expect(owned.length).toBeGreaterThan(15);
    const rows = await rowsOf<{ name: string }>(
      ctx.db,
      sql`SELECT relname AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`,
    );
    const secured = rows.map(({ name }) => name);
    for (const name of [...owned, "communities", "users", "sessions", "accounts"]) {
      expect(secured).toContain(name);
    }
  }),
);

test(
  "the community comes first in every key of what it owns",
  inRollback(async ({ ctx }) => {
    const rows = await rowsOf<{ name: string; first: string }>(
      ctx.db,
      sql`SELECT c.relname AS name, a.attname AS first FROM pg_index i
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE i.indisprimary`,
    );
    const keys = new Map(rows.map(({ name, first }) => [name, first]));
    for (const name of owned) expect(keys.get(name), name).toBe("community_id");
  }),
);

test.each(ACCOUNTS)(
  "the tables show $role ($username) no row of a community that is not theirs",
  async (account) => {
    await inRollback(async (server) => {
      const ids = new Map<string, string>();
      for (const { id, slug } of await server.ctx.db.select().from(schema.communities)) {
        ids.set(slug, id);
      }
      const foreign = [OWN, OTHER].filter((slug) => !isMember(account, slug));
      const wrong: string[] = [];
      await asAccount(server, account.username, async (db) => {
        for (const name of owned) {
          for (const slug of foreign) {
            const [counted] = await rowsOf<{ total: number }>(
              db,
              sql`SELECT count(*)::int AS total FROM ${sql.identifier(name)}
                WHERE community_id = ${ids.get(slug)}`,
            );
            if (counted?.total !== 0) wrong.push(`${name} of ${slug}: ${counted?.total}`);
          }
        }
      });
      expect(wrong).toEqual([]);
    })();
  },
);

test.each(ACCOUNTS)(
  "the tables let $role ($username) change no row of a community that is not theirs",
  async (account) => {
    await inRollback(async (server) => {
      const slug = [OWN, OTHER].find((slug) => !isMember(account, slug));
      if (!slug) return;
      const { id } = (await server.ctx.db.select().from(schema.communities)).find(
        (community) => community.slug === slug,
      )!;
      const changed: string[] = [];
      for (const name of owned) {
        const table = sql.identifier(name);
        const tries = {
          update: sql`UPDATE ${table} SET community_id = community_id WHERE community_id = ${id}`,
          delete: sql`DELETE FROM ${table} WHERE community_id = ${id}`,
        };
        for (const [verb, query] of Object.entries(tries)) {
          const count = await asAccount(server, account.username, async (db) =>
            rowsOf(db, sql`${query} RETURNING 1`),
          ).catch((error: unknown) => refusalOf(error));
          if (count !== "refused" && count.length > 0) changed.push(`${verb} ${name}`);
        }
      }
      expect(changed).toEqual([]);
    })();
  },
);

function refusalOf(error: unknown): "refused" {
  const { code } = ((error as Error).cause ?? error) as { code?: string };
  // 42501: permission denied, or against a policy (PostgreSQL, appendix A).
  if (code !== "42501") throw error;
  return "refused";
}

/** Rows of their own community that a role must not see or change, by direct question to the tables. */
test(
  "a department, a planner and a leader find nobody's home in the tables",
  inRollback(async (server) => {
    for (const username of ["hongqi.department", "hongqi.planner", "leader", "admin"]) {
      const rows = await asAccount(server, username, (db) => db.select().from(schema.households));
      expect(rows, username).toEqual([]);
    }
  }),
);

test(
  "a grid's worker finds the homes of the grid and no others, and the stand-in the same",
  inRollback(async (server) => {
    const homesOf = async (username: string) => {
      const rows = await asAccount(server, username, (db) => db.select().from(schema.households));
      return new Set(rows.map(({ id }) => id));
    };
    const all = await homesOf("hongqi.secretary");
    const [first, second] = [await homesOf("hongqi.worker1"), await homesOf("hongqi.worker2")];
    expect(first.size).toBeGreaterThan(0);
    expect(second.size).toBeGreaterThan(0);
    expect(first.size + second.size).toBeLessThanOrEqual(all.size);
    for (const id of first) expect(second.has(id)).toBe(false);
    const leader = await homesOf("hongqi.leader1");
    expect(leader.size).toBeGreaterThan(0);
    expect(leader.size).toBeLessThan(all.size);
  }),
);

test(
  "nobody but the program reads sessions and passwords, or changes what was written down",
  inRollback(async (server) => {
    for (const { username } of ACCOUNTS) {
      for (const name of ["sessions", "accounts", "verifications"]) {
        const read = asAccount(server, username, (db) =>
          rowsOf(db, sql`SELECT 1 FROM ${sql.identifier(name)}`),
        );
        expect(await read.catch(refusalOf), `${username} ${name}`).toBe("refused");
      }
      for (const query of [sql`UPDATE audit SET reason = 'x'`, sql`DELETE FROM audit`]) {
        const write = asAccount(server, username, (db) => rowsOf(db, query));
        expect(await write.catch(refusalOf), String(username)).toBe("refused");
      }
    }
  }),
);

test(
  "the role that reads for the cache sees one community, and nobody's name or phone",
  inRollback(async ({ ctx }) => {
    const [hongqi] = (await ctx.db.select().from(schema.communities)).filter(
      ({ slug }) => slug === OWN,
    );
    const settings = { "getu.reads": hongqi!.id };
    const asReader = <T>(work: (db: Database) => Promise<T>) =>
      asRole({ db: ctx.db, role: "getu_reader", settings, mode: "read" }, work);
    const seen = await asReader((db) =>
      rowsOf<{ id: string }>(db, sql`SELECT DISTINCT community_id AS id FROM buildings`),
    );
    expect(seen).toEqual([{ id: hongqi!.id }]);
    for (const column of ["head_name", "phone"]) {
      const read = asReader((db) =>
        rowsOf(db, sql`SELECT ${sql.identifier(column)} FROM households`),
      );
      expect(await read.catch(refusalOf)).toBe("refused");
    }
  }),
);

test("the list of layers is not empty, so the walks above meet them", () => {
  expect(LAYERS.length).toBeGreaterThan(5);
});
