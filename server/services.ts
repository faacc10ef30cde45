import { type OpenDatabase, openDatabase } from "#data/open.ts";
import { layerRevisions } from "#data/schema/index.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { ChangeFeed, CHANGES_CHANNEL } from "./changes.ts";
import type { Configuration } from "./configuration.ts";
import type { Ctx } from "./context.ts";
import { Residents } from "./resident/store.ts";

/**
 * Opens the database and ties caches and event streams to its changes.
 * @throws DirectoryLocked, DatabaseUnavailable
 */
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
  await database.listen({
    channel: CHANGES_CHANNEL,
    onPayload: (payload) => changes.receive(payload),
    onGap: () => void publishRevisions(database, changes),
  });
  return { db: database.db, database, changes, residents, basemapDirectory, touched: new Map() };
}

/** Tells every revision there is, so that whoever missed a change sees it; what is known is no news. */
async function publishRevisions({ db }: OpenDatabase, changes: ChangeFeed): Promise<void> {
  const rows = await db.select().from(layerRevisions);
  for (const [communityId, ofCommunity] of groupBy(rows, (row) => row.communityId)) {
    const revisions = Object.fromEntries(ofCommunity.map((row) => [row.layer, row.revision]));
    changes.publish({ communityId, revisions });
  }
}
