import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder in which the databases of a run are prepared; `preparedArchive` waits for them. */
    prepared: string;
  }
}

const PROGRAM = fileURLToPath(new URL("./makeDatabases.ts", import.meta.url));
/** Each project has this module for itself, and all of them one process. */
const run = globalThis as { preparedDatabases?: string };

/**
 * Begins to prepare the embedded databases that tests start from, once a run and in a process of its
 * own: making one takes ten times as long as opening a copy. Waits for nothing.
 */
export default function prepareDatabases(project: TestProject): (() => void) | undefined {
  const isFirst = run.preparedDatabases === undefined;
  const folder = (run.preparedDatabases ??= mkdtempSync(join(tmpdir(), "getu-prepared-")));
  project.provide("prepared", folder);
  if (!isFirst) return undefined;
  const making = fork(PROGRAM, [folder], { execArgv: ["--import", "tsx"] });
  making.once("exit", (code) => {
    if (code !== 0) void writeFile(join(folder, "failed"), "").catch(() => undefined);
  });
  return () => {
    making.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
