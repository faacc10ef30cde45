import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "#data/open.ts";
import { DatabaseUnavailable } from "#data/unavailable.ts";
import { inRollback } from "#tests/server/harness.ts";

const url = process.env.DATABASE_URL || undefined;
const onServer = test.runIf(url);

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await openDatabase({ url, directory: null }).catch((error) => error);
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  return (error as Error).message;
}

/** A port that nothing listens on any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("an address at which no database answers is named, without its password", async () => {
  for (const host of ["127.0.0.1", "localhost"]) {
    const place = `${host}:${await freePort()}/getu`;
    const message = await refusalOf(`postgres://anna:s3cret@${place}`);
    expect(message).toContain("DATABASE_URL");
    expect(message).toContain(`anna@${place}`);
    expect(message).toContain("nothing answers there");
    expect(message).not.toContain("s3cret");
  }
});

onServer("a database that does not exist is named", async () => {
  const missing = new URL(url!);
  missing.pathname = "/no_such_database";
  const message = await refusalOf(missing.href);
  expect(message).toContain("/no_such_database");
  expect(message).toContain("no such database");
});

onServer(
  "several processes may open an empty database at once, and one that is up to date",
  async () => {
    const admin = await openDatabase({ url, directory: null });
    const name = `getu_test_${process.pid}`;
    await admin.db.execute(sql.raw(`CREATE DATABASE ${name}`));
    const fresh = new URL(url!);
    fresh.pathname = `/${name}`;
    try {
      const together = [1, 2, 3].map(() => openDatabase({ url: fresh.href, directory: null }));
      for (const database of await Promise.all(together)) await database.close();
      const again = await openDatabase({ url: fresh.href, directory: null });
      const result = await again.db.execute(sql`SELECT count(*)::int AS total FROM communities`);
      expect((result as unknown as { rows: unknown[] }).rows).toEqual([{ total: 0 }]);
      await again.close();
    } finally {
      await admin.db.execute(sql.raw(`DROP DATABASE ${name} WITH (FORCE)`));
      await admin.close();
    }
  },
);

test(
  "PostGIS is there, in a version with what is used",
  inRollback(async ({ ctx }) => {
    const result = await ctx.db.execute(sql`SELECT postgis_lib_version() AS version`);
    const [row] = (result as unknown as { rows: { version: string }[] }).rows;
    expect(Number.parseFloat(row!.version)).toBeGreaterThanOrEqual(3.3);
  }),
);
