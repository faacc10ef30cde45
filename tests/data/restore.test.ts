import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { readEntries } from "#data/backup/read.ts";
import { restoreBackup } from "#data/backup/restore.ts";
import { writeBackup } from "#data/backup/write.ts";
import { openDatabase } from "#data/open.ts";
import { MADE_PHOTO, madeBackup } from "./madeBackup.ts";
import { nextVersion } from "./migrationsFolder.ts";
import { openScratch, rowsOf } from "./scratch.ts";

const directory = mkdtempSync(join(tmpdir(), "getu-restored-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** Rows in no order, which a table has none of, by the archive's entry. */
async function rowsIn(file: string): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for await (const { path, chunks } of readEntries(file)) {
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    // Revisions rise with a restore, so that no browser takes an old answer for a new one.
    if (!path.startsWith("tables/") || path.includes("layer_revisions")) continue;
    rows.set(path, Buffer.concat(parts).toString("utf8").split("\n").sort());
  }
  return rows;
}

test("what is restored is what was backed up, row for row and file for file", async () => {
  const { file, folder } = await madeBackup();
  const scratch = process.env.DATABASE_URL ? await openScratch() : undefined;
  const options = { file, url: scratch?.url, directory, isMigrated: false, isReplacing: false };
  const restored = await restoreBackup(options);
  expect(restored.rows).toBeGreaterThan(10_000);
  expect(readFileSync(join(directory, "files", "2026", "楼道 1.jpg"))).toHaveLength(100_000);
  expect(readFileSync(join(directory, MADE_PHOTO))).toEqual(Buffer.alloc(50_000, 9));

  const again = join(folder, "again.tar.gz");
  const opened = await openDatabase({ url: scratch?.url, directory });
  await writeBackup({ db: opened.db, directory, program: "0.0.2" }, createWriteStream(again));
  const references = await rowsOf<{ total: number }>(
    opened.db,
    sql`SELECT count(*)::int AS total FROM pg_constraint WHERE contype = 'f' AND convalidated`,
  );
  expect(references[0]!.total).toBeGreaterThan(20);
  await opened.close();
  expect(await rowsIn(again)).toEqual(await rowsIn(file));

  // There are communities now: nothing is replaced unless it is asked for.
  await expect(restoreBackup(options)).rejects.toThrow("--replace");
  await scratch?.remove();
}, 600_000);

test("a backup of an older program is loaded as it was, then brought up to date", async () => {
  const { file } = await madeBackup();
  const scratch = process.env.DATABASE_URL ? await openScratch() : undefined;
  const migrationsFolder = nextVersion(
    "ALTER TABLE communities ADD COLUMN motto text NOT NULL DEFAULT '格物致知'",
  );
  const { kept } = await restoreBackup({
    ...{ file, url: scratch?.url, directory, migrationsFolder },
    ...{ isMigrated: true, isReplacing: true },
  });
  const migrations = { folder: migrationsFolder };
  const opened = await openDatabase({ url: scratch?.url, directory, migrations });
  const mottos = await rowsOf<{ motto: string }>(
    opened.db,
    sql`SELECT DISTINCT motto FROM communities`,
  );
  expect(mottos).toEqual([{ motto: "格物致知" }]);
  await opened.close();
  // The former ones are kept beside.
  expect(kept.length).toBe(scratch ? 2 : 3);
  await scratch?.remove();
}, 600_000);
