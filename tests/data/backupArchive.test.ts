import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BackupProblem } from "#data/backup/problem.ts";
import { checkBackup } from "#data/backup/read.ts";
import { restoreBackup } from "#data/backup/restore.ts";
import { MADE_PHOTO, madeBackup, repack, withManifest } from "./madeBackup.ts";
import { nextVersion } from "./migrationsFolder.ts";

test("a backup says what is in it, and matches its own checksums", async () => {
  const manifest = await checkBackup((await madeBackup()).file);
  const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
  expect(rows).toMatchObject({ communities: expect.any(Number), users: expect.any(Number) });
  expect(rows["buildings"]).toBeGreaterThan(100);
  const paths = manifest.entries.map(({ path }) => path);
  expect(paths).toContain("files/2026/楼道 1.jpg");
  expect(paths).toContain(MADE_PHOTO);
  expect(paths).not.toContain(`${MADE_PHOTO}.part`);
  expect(manifest.program).toBe("0.0.1");
});

test("who is signed in, and the tables of PostGIS, are no part of a backup", async () => {
  const { tables } = await checkBackup((await madeBackup()).file);
  const names = tables.map(({ name }) => name);
  expect(names).not.toContain("sessions");
  expect(names).not.toContain("spatial_ref_sys");
});

test("a backup that is cut off anywhere, or changed in one byte, is refused", async () => {
  const { file, folder } = await madeBackup();
  const whole = readFileSync(file);
  for (const part of [0.1, 0.5, 0.99]) {
    const cut = join(folder, "cut.tar.gz");
    writeFileSync(cut, whole.subarray(0, whole.length * part));
    await expect(checkBackup(cut)).rejects.toBeInstanceOf(BackupProblem);
  }
  const changed = Buffer.from(whole);
  changed[Math.floor(changed.length / 2)]! ^= 1;
  writeFileSync(join(folder, "changed.tar.gz"), changed);
  await expect(checkBackup(join(folder, "changed.tar.gz"))).rejects.toBeInstanceOf(BackupProblem);
});

test("a backup whose entries are exchanged, missing or too many is refused by name", async () => {
  const { file, folder } = await madeBackup();
  const target = join(folder, "other.tar.gz");
  await repack(file, target, (path, content) =>
    path === "tables/people.rows" ? { path, content: Buffer.from('"()"\n') } : { path, content },
  );
  await expect(checkBackup(target)).rejects.toThrow("tables/people.rows does not match");
  await repack(file, target, (path, content) =>
    path === MADE_PHOTO ? undefined : { path, content },
  );
  await expect(checkBackup(target)).rejects.toThrow(`${MADE_PHOTO} is missing`);
  await repack(file, target, (path, content) =>
    path === "files/empty" ? { path: "../empty", content } : { path, content },
  );
  await expect(checkBackup(target)).rejects.toBeInstanceOf(BackupProblem);
});

test("what is no backup at all is said to be none", async () => {
  const { folder } = await madeBackup();
  writeFileSync(join(folder, "letter.txt"), "Dear community");
  await expect(checkBackup(join(folder, "letter.txt"))).rejects.toThrow("not a backup of Getu");
});

test("a backup of a newer program is refused, one of an older asks for --migrate", async () => {
  const { file, folder } = await madeBackup();
  const options = { file, url: undefined, directory: join(folder, "nowhere"), isReplacing: false };
  const newer = await withManifest(file, join(folder, "newer.tar.gz"), (manifest) => ({
    ...manifest,
    migration: { when: 9_999_999_999_999, hash: "0".repeat(64) },
  }));
  const restoring = restoreBackup({ ...options, file: newer, isMigrated: true });
  await expect(restoring).rejects.toThrow("Update the program first");
  const migrationsFolder = nextVersion("ALTER TABLE communities ADD COLUMN motto text");
  const older = restoreBackup({ ...options, isMigrated: false, migrationsFolder });
  await expect(older).rejects.toThrow("add --migrate");
});
