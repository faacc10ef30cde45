import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openDatabase } from "#data/open.ts";
import { rowsOf } from "./scratch.ts";

interface Made {
  directory: string;
  /** The file of the table `areas`, relative to the directory. */
  fileOfAreas: string;
}

let made: Promise<Made> | undefined;

/** A data directory with an embedded database of some size, made once, copied for each who asks. */
export async function copyOfDirectory(): Promise<Made> {
  const { directory, fileOfAreas } = await (made ??= makeDirectory());
  const copy = mkdtempSync(join(tmpdir(), "getu-copy-"));
  cpSync(directory, copy, { recursive: true });
  return { directory: copy, fileOfAreas };
}

async function makeDirectory(): Promise<Made> {
  const directory = mkdtempSync(join(tmpdir(), "getu-made-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  const database = await openDatabase({ directory });
  await database.db.execute(sql`INSERT INTO areas (id, level, name)
    SELECT gen_random_uuid(), 'street', repeat('和平', 50) FROM generate_series(1, 500)`);
  const [row] = await rowsOf<{ path: string }>(
    database.db,
    sql`SELECT pg_relation_filepath('areas') AS path`,
  );
  await database.close();
  return { directory, fileOfAreas: join("database", row!.path) };
}
