import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { inspect } from "#data/embedded/inspect.ts";
import { DatabaseDamaged } from "#data/faults.ts";
import { openDatabase } from "#data/open.ts";
import { copyOfDirectory } from "./madeDirectory.ts";

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

/** The folders and files by which a database is known, without a row in it. */
function outline(): string {
  const directory = mkdtempSync(join(tmpdir(), "getu-outline-"));
  directories.push(directory);
  for (const name of ["base", "global", "pg_multixact", "pg_wal", "pg_xact"]) {
    mkdirSync(join(directory, "database", name), { recursive: true });
  }
  writeFileSync(join(directory, "database", "PG_VERSION"), "18\n");
  writeFileSync(join(directory, "database", "global", "pg_control"), Buffer.alloc(8192));
  const segment = join(directory, "database", "pg_wal", "000000010000000000000001");
  writeFileSync(segment, "");
  truncateSync(segment, 16 * 1024 * 1024);
  return directory;
}

const DAMAGES: Record<string, (database: string) => void> = {
  "PG_VERSION is missing": (database) => rmSync(join(database, "PG_VERSION")),
  "PG_VERSION says “”": (database) => writeFileSync(join(database, "PG_VERSION"), ""),
  "PG_VERSION says “17”": (database) => writeFileSync(join(database, "PG_VERSION"), "17\n"),
  "pg_xact is missing": (database) => rmSync(join(database, "pg_xact"), { recursive: true }),
  "global/pg_control is missing": (database) => rmSync(join(database, "global", "pg_control")),
  "global/pg_control is cut off": (database) =>
    truncateSync(join(database, "global", "pg_control"), 100),
  "pg_wal/… is missing": (database) => rmSync(join(database, "pg_wal", "000000010000000000000001")),
  "pg_wal/000000010000000000000001 is cut off": (database) =>
    truncateSync(join(database, "pg_wal", "000000010000000000000001"), 4096),
};

test.each(Object.entries(DAMAGES))("before anything is opened: %s", (words, damage) => {
  const directory = outline();
  expect(inspect(directory)).toBe("there");
  damage(join(directory, "database"));
  const files = readdirSync(join(directory, "database"), { recursive: true });
  expect(() => inspect(directory)).toThrow(DatabaseDamaged);
  expect(() => inspect(directory)).toThrow(words);
  expect(() => inspect(directory)).toThrow("npm run restore");
  expect(readdirSync(join(directory, "database"), { recursive: true })).toEqual(files);
});

test("a first start that was cut off begins anew: nobody's data were in it", () => {
  const directory = outline();
  writeFileSync(join(directory, "database.creating"), "");
  expect(inspect(directory)).toBe("new");
});

test("a table cut off at a page, which reads without an error, is found by its key", async () => {
  const { directory, fileOfAreas } = await copyOfDirectory();
  directories.push(directory);
  const file = join(directory, fileOfAreas);
  truncateSync(file, Math.floor(statSync(file).size / 2 / 8192) * 8192);
  const opening = openDatabase({ directory });
  await expect(opening).rejects.toBeInstanceOf(DatabaseDamaged);
  await expect(opening).rejects.toThrow("read only 0 of 8192 bytes");
}, 300_000);

test("garbage where the engine keeps its state is refused, and the directory is free again", async () => {
  const { directory } = await copyOfDirectory();
  directories.push(directory);
  writeFileSync(join(directory, "database", "global", "pg_control"), randomBytes(8192));
  for (let tries = 0; tries < 2; tries++) {
    await expect(openDatabase({ directory })).rejects.toBeInstanceOf(DatabaseDamaged);
  }
}, 300_000);
