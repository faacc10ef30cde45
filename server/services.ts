import { type OpenDatabase, openDatabase } from "#data/open.ts";
import { ChangeFeed, CHANGES_CHANNEL } from "./changes.ts";
import type { Configuration } from "./configuration.ts";
import type { Ctx } from "./context.ts";
import { Residents } from "./resident/store.ts";

/** Opens the database and ties caches and event streams to its changes. @throws DirectoryLocked */
export async function openServices(configuration: Configuration): Promise<Ctx> {
  const database = await openDatabase({
    url: configuration.databaseUrl,
    directory: configuration.dataDirectory,
  });
  return tie(database, configuration.basemapDirectory);
}

/** Everything a request needs, around a database that is open already. */
export async function tie(database: OpenDatabase, basemapDirectory: string): Promise<Ctx> {
  const changes = new ChangeFeed();
  const residents = new Residents();
  // The caches come first: a page told of a change must not be answered from before it.
  changes.subscribe((change) => residents.drop(change));
  await database.listen(CHANGES_CHANNEL, (payload) => changes.receive(payload));
  return { db: database.db, database, changes, residents, basemapDirectory, touched: new Map() };
}
