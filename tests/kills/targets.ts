import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCluster } from "./cluster.ts";
import type { Target } from "./round.ts";
import { startWriter } from "./writer.ts";

/** What can be killed, by the name it is asked for on the command line. */
export const TARGETS = {
  embedded: embeddedTarget,
  postgresql: () => serverTarget("the program on PostgreSQL", false),
  postmaster: () => serverTarget("PostgreSQL itself", true),
} satisfies Record<string, () => Promise<Target>>;

/** The program and its database are one process. */
export async function embeddedTarget(): Promise<Target> {
  const directory = await mkdtemp(join(tmpdir(), "getu-kills-"));
  return {
    name: "the program on the embedded database",
    start: () => startWriter({ GETU_DATA_DIR: directory }),
    kill: (writer) => writer.kill(),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function serverTarget(name: string, isServerKilled: boolean): Promise<Target> {
  const cluster = await makeCluster();
  return {
    name,
    start: () => startWriter({ DATABASE_URL: cluster.url }),
    kill: async (writer) => {
      if (isServerKilled) await cluster.killAndStart();
      await writer.kill();
    },
    remove: () => cluster.remove(),
  };
}
