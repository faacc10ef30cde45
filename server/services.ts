import { layerRevisions } from "#data/schema/index.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { type OpenDatabase, openDatabase } from "#data/open.ts";
import { PROGRAM } from "./access/actor.ts";
import { Actors } from "./access/actors.ts";
import { type AuthOptions, createAuth } from "./accounts/auth.ts";
import { secretIn } from "./accounts/secret.ts";
import { ChangeFeed, CHANGES_CHANNEL } from "./changes.ts";
import type { Configuration } from "./configuration.ts";
import type { Ctx } from "./context.ts";
import { KeptBeside } from "./resident/keptBeside.ts";
import { readOpenHazards } from "./resident/openHazards.ts";
import { Residents } from "./resident/store.ts";
import { readVisits } from "./resident/visits.ts";

export interface ServiceOptions extends AuthOptions {
  basemapDirectory: string;
  photoDirectory: string;
}

/**
 * Opens the database and ties caches and event streams to its changes.
 * @throws DirectoryLocked, DatabaseUnavailable
 */
export async function openServices(configuration: Configuration): Promise<Ctx> {
  const { databaseUrl: url, dataDirectory: directory } = configuration;
  const database = await openDatabase({ url, directory });
  return tie(database, optionsOf(configuration));
}

export function optionsOf(configuration: Configuration): ServiceOptions {
  const { basemapDirectory, photoDirectory, dataDirectory, publicUrl, secret } = configuration;
  return {
    ...{ basemapDirectory, photoDirectory, publicUrl },
    secret: secret ?? secretIn(dataDirectory),
  };
}

/** Everything a request needs, around a database that is open already; until one comes, for the program itself. */
export async function tie(database: OpenDatabase, options: ServiceOptions): Promise<Ctx> {
  const ctx = assemble(database, options);
  const { changes } = ctx;
  await database.listen({
    channel: CHANGES_CHANNEL,
    onPayload: (payload) => changes.receive(payload),
    onGap: () => void publishAll(database, changes),
  });
  return ctx;
}

/** The same without listening to other processes. */
export function assemble(database: OpenDatabase, options: ServiceOptions): Ctx {
  const changes = new ChangeFeed();
  const residents = new Residents();
  const openHazards = new KeptBeside("hazards", readOpenHazards);
  const visits = new KeptBeside("inspections", readVisits);
  const auth = createAuth(database.db, options);
  const actors = new Actors(database.db, auth);
  // The caches come first: a page told of a change must not be answered from before it.
  for (const cache of [residents, openHazards, visits]) {
    changes.subscribe((change) => cache.drop(change));
  }
  changes.onAccounts(() => actors.forget());
  const { basemapDirectory, photoDirectory, publicUrl, secret } = options;
  const signing = { secret, isSecure: publicUrl?.startsWith("https:") ?? false };
  return {
    ...{ database, changes, residents, openHazards, visits, actors, auth, signing },
    ...{ basemapDirectory, photoDirectory, publicUrl },
    actor: PROGRAM,
  };
}

/** Tells every revision there is, so that whoever missed a change sees it; what is known is no news. */
async function publishAll({ db }: OpenDatabase, changes: ChangeFeed): Promise<void> {
  changes.publish({ accounts: true });
  const rows = await db.select().from(layerRevisions);
  for (const [communityId, ofCommunity] of groupBy(rows, (row) => row.communityId)) {
    const revisions = Object.fromEntries(ofCommunity.map((row) => [row.layer, row.revision]));
    changes.publish({ communityId, revisions });
  }
}
