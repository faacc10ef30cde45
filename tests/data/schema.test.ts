import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inRollback, type TestServer } from "#tests/server/harness.ts";

/** What belongs to no community: the levels above it, itself, and accounts, which reach several. */
const NOBODYS = ["areas", "communities", "users", "sessions", "accounts", "verifications"];

async function rowsOf<T>({ ctx }: TestServer, query: ReturnType<typeof sql>): Promise<T[]> {
  return ((await ctx.db.execute(query)) as unknown as { rows: T[] }).rows;
}

test(
  "every table that a community owns has community_id first in its primary key",
  inRollback(async (server) => {
    const keys = await rowsOf<{ table: string; column: string | null }>(
      server,
      sql`SELECT t.table_name AS table, k.column_name AS column
        FROM information_schema.tables t
        LEFT JOIN information_schema.table_constraints c ON c.table_schema = t.table_schema
          AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'
        LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema
          AND k.constraint_name = c.constraint_name AND k.table_name = c.table_name
          AND k.ordinal_position = 1
        WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
          AND t.table_name <> 'spatial_ref_sys'`,
    );
    const owned = keys.filter(({ table }) => !NOBODYS.includes(table));
    expect(owned.length).toBeGreaterThan(15);
    expect(owned.filter(({ column }) => column !== "community_id")).toEqual([]);
  }),
);

test(
  "no reference leads from one community into another",
  inRollback(async (server) => {
    const references = await rowsOf<{ name: string; column: string }>(
      server,
      sql`SELECT c.constraint_name AS name, k.column_name AS column
        FROM information_schema.table_constraints c
        JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
        WHERE c.table_schema = 'public' AND c.constraint_type = 'FOREIGN KEY'
          AND k.ordinal_position = 1 AND c.table_name NOT IN ('areas', 'communities')`,
    );
    expect(references.length).toBeGreaterThan(10);
    // To an account, which is of no community.
    const inside = references.filter(({ name }) => !name.endsWith("_users_id_fk"));
    expect(references.length - inside.length).toBe(3);
    expect(inside.filter(({ column }) => column !== "community_id")).toEqual([]);
  }),
);

test(
  "every geometry is stored in WGS 84",
  inRollback(async (server) => {
    const columns = await rowsOf<{ srid: number }>(
      server,
      sql`SELECT srid FROM geometry_columns WHERE f_table_schema = 'public'`,
    );
    expect(columns.length).toBeGreaterThan(4);
    expect(columns.every(({ srid }) => srid === 4326)).toBe(true);
  }),
);

test(
  "a community has one plan in force at most",
  inRollback(async (server) => {
    const second = sql`INSERT INTO plans (community_id, id, name, status)
      SELECT community_id, gen_random_uuid(), 'another', 'in-force' FROM plans LIMIT 1`;
    await expect(server.ctx.db.transaction((db) => db.execute(second))).rejects.toMatchObject({
      cause: { constraint: "plans_one_in_force" },
    });
  }),
);

test(
  "all of a community goes with it",
  inRollback(async (server) => {
    await server.ctx.db.execute(sql`DELETE FROM communities WHERE slug = 'hongqi'`);
    const tables = ["buildings", "households", "duties", "plans", "plan_units", "layer_revisions"];
    for (const table of tables) {
      const [left] = await rowsOf<{ total: number }>(
        server,
        sql`SELECT count(*)::int AS total FROM ${sql.identifier(table)}
          WHERE community_id NOT IN (SELECT id FROM communities)`,
      );
      expect(left, table).toEqual({ total: 0 });
    }
  }),
);
