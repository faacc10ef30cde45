import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DirectoryLocked, lockDirectory } from "#data/lock.ts";
import { openDatabase } from "#data/open.ts";

const HOLDER = fileURLToPath(new URL("./holder.ts", import.meta.url));
let directory = "";
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), "getu-lock-"))));
afterAll(() => rmSync(directory, { recursive: true }));

/** Lines a process prints, the last one first waited for. */
async function lineOf(process: ChildProcess, isEnough: (line: number) => boolean): Promise<number> {
  for await (const line of createInterface({ input: process.stdout! })) {
    if (isEnough(Number(line))) return Number(line);
  }
  throw new Error("the process ended");
}

function openRefused(): Promise<DirectoryLocked> {
  return openDatabase({ directory }).then(
    () => Promise.reject(new Error("it was opened")),
    (error: DirectoryLocked) => error,
  );
}

test("a directory is refused while its holder lives, and taken with all rows once it was killed", async () => {
  const holder = spawn(process.execPath, ["--import", "tsx", HOLDER, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => holder.once("exit", resolve));
  try {
    const acknowledged = await lineOf(holder, (line) => line >= 20);
    const refused = await openRefused();
    expect(refused).toBeInstanceOf(DirectoryLocked);
    for (const part of [directory, String(holder.pid), hostname(), "http://127.0.0.1:4711"]) {
      expect(refused.message).toContain(part);
    }
    holder.kill("SIGKILL");
    await ended;

    // The same directory, whose schema is there already.
    const database = await openDatabase({ directory });
    const result = await database.db.execute(sql`SELECT max(line) AS last FROM diary`);
    const [row] = (result as unknown as { rows: { last: number }[] }).rows;
    expect(row!.last).toBeGreaterThanOrEqual(acknowledged);
    expect((await openRefused()).owner.pid).toBe(process.pid);
    await database.close();
  } finally {
    holder.kill("SIGKILL");
  }
  // Closed in order, it is free for the next.
  (await lockDirectory(directory)).release();
}, 300_000);

const owner = {
  pid: process.pid,
  host: hostname(),
  started: "0",
  since: "2026-01-01",
  address: null,
};

test("a process number that was given to another process holds nothing", async () => {
  writeFileSync(join(directory, "owner.json"), JSON.stringify(owner));
  (await lockDirectory(directory)).release();
});

test("a note cut off in its writing holds nothing", async () => {
  writeFileSync(join(directory, "owner.json"), '{"pid":');
  (await lockDirectory(directory)).release();
});

test("a holder on another machine keeps the directory; the message says what to delete if that is gone", async () => {
  const file = join(directory, "owner.json");
  writeFileSync(file, JSON.stringify({ ...owner, host: "elsewhere" }));
  await expect(lockDirectory(directory)).rejects.toThrow(
    `elsewhere is gone for good, delete ${file}`,
  );
  rmSync(file);
});

test("a directory that cannot be written is named, and what to do about it", async () => {
  const file = join(directory, "a-file");
  writeFileSync(file, "");
  await expect(lockDirectory(join(file, "data"))).rejects.toThrow(
    /cannot be written.*GETU_DATA_DIR/,
  );
  rmSync(file);
});

test("who holds a directory says where it serves", async () => {
  const lock = await lockDirectory(directory);
  lock.announce("http://127.0.0.1:1");
  const note: unknown = JSON.parse(readFileSync(join(directory, "owner.json"), "utf8"));
  expect(note).toMatchObject({ pid: process.pid, address: "http://127.0.0.1:1" });
  lock.release();
});
