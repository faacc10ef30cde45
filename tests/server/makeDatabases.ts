import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { openDatabase } from "#data/open.ts";
import { tie } from "#server/services.ts";
import { OPTIONS, storeSamples } from "./storeSamples.ts";

/** A process of its own: puts a database with the samples into a folder. */
const folder = process.argv[2]!;
const database = await openDatabase({ directory: null });
await storeSamples(await tie(database, OPTIONS));
await keep("samples");
// The engine in memory needs no farewell.
process.exit(0);

async function keep(name: string): Promise<void> {
  const { $client } = database.db as unknown as { $client: PGlite };
  const archive = await $client.dumpDataDir("none");
  const file = join(folder, `${name}.tar`);
  await writeFile(`${file}.part`, Buffer.from(await archive.arrayBuffer()));
  // Who waits for it sees all of it or nothing.
  await rename(`${file}.part`, file);
}
