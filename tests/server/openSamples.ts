import { existsSync, openAsBlob } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { drizzle } from "drizzle-orm/pglite";
import { inject } from "vitest";
import { stopWhenEnded } from "#data/embedded/engine.ts";
import { type OpenDatabase, openDatabase } from "#data/open.ts";
import * as schema from "#data/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { tie } from "#server/services.ts";
import { OPTIONS, storeSamples } from "./storeSamples.ts";

const LOOK_EVERY_MS = 100;

/** The sample communities on a database of one's own in memory, or on a server of PostgreSQL. */
export async function openSamples({ url }: { url?: string | undefined }): Promise<Ctx> {
  if (!url) return tie(await openCopy("samples"), OPTIONS);
  const ctx = await tie(await openDatabase({ url, directory: null }), OPTIONS);
  await storeSamples(ctx);
  return ctx;
}

/** The archive of a data directory that the run prepares, once it is there. */
async function preparedArchive(name: "samples"): Promise<string> {
  const folder = inject("prepared");
  const file = join(folder, `${name}.tar`);
  while (!existsSync(file)) {
    if (existsSync(join(folder, "failed"))) throw new Error("no database could be prepared");
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return file;
}

/** As the product opens one in memory, but from a copy instead of from nothing. */
async function openCopy(name: "samples"): Promise<OpenDatabase> {
  const client = await PGlite.create({
    extensions: { postgis },
    loadDataDir: await openAsBlob(await preparedArchive(name)),
  });
  return {
    db: drizzle(client, { schema }),
    kind: "embedded",
    listen: async ({ channel, onPayload }) => void (await client.listen(channel, onPayload)),
    announce: () => undefined,
    requireRoom: () => undefined,
    stopped: stopWhenEnded(client, "memory", () => true),
    close: () => client.close(),
  };
}
