import type { Area, CommunityBundle } from "#data/model/bundle.ts";
import { LAYERS } from "#data/model/layers.ts";
import type { Database } from "#data/open.ts";
import * as schema from "#data/schema/index.ts";
import { touch, type Tx } from "../context.ts";
import { type OwnedKey, type Portion, portionsOf } from "./portions.ts";

const INSERT: {
  [Key in OwnedKey]: (db: Database, rows: Portion<Key>["rows"]) => Promise<unknown>;
} = {
  compounds: (db, rows) => db.insert(schema.compounds).values(rows).execute(),
  buildings: (db, rows) => db.insert(schema.buildings).values(rows).execute(),
  entrances: (db, rows) => db.insert(schema.entrances).values(rows).execute(),
  dwellings: (db, rows) => db.insert(schema.dwellings).values(rows).execute(),
  households: (db, rows) => db.insert(schema.households).values(rows).execute(),
  places: (db, rows) => db.insert(schema.places).values(rows).execute(),
  context: (db, rows) => db.insert(schema.contextFeatures).values(rows).execute(),
  people: (db, rows) => db.insert(schema.people).values(rows).execute(),
  duties: (db, rows) => db.insert(schema.duties).values(rows).execute(),
  leaves: (db, rows) => db.insert(schema.leaves).values(rows).execute(),
  partyOrganisations: (db, rows) => db.insert(schema.partyOrganisations).values(rows).execute(),
  plans: (db, rows) => db.insert(schema.plans).values(rows).execute(),
  grids: (db, rows) => db.insert(schema.grids).values(rows).execute(),
  microGrids: (db, rows) => db.insert(schema.microGrids).values(rows).execute(),
  planUnits: (db, rows) => db.insert(schema.planUnits).values(rows).execute(),
};

/** Writes a whole community, inside the caller's transaction. */
export async function storeBundle(ctx: Tx, bundle: CommunityBundle): Promise<void> {
  await storeAreas(ctx, bundle.areas);
  await ctx.db.insert(schema.communities).values(bundle.community);
  for (const portion of portionsOf(bundle)) {
    await storePortion(ctx, portion);
    await letOthersIn();
  }
  touch(ctx, bundle.community.id, LAYERS);
}

export async function storePortion<Key extends OwnedKey>(
  { db }: Tx,
  { of, rows }: Portion<Key>,
): Promise<void> {
  await INSERT[of](db, rows);
}

/** The areas that it lies in, which other communities may have brought already. */
export async function storeAreas({ db }: Tx, areas: Area[]): Promise<void> {
  if (areas.length > 0) await db.insert(schema.areas).values(areas).onConflictDoNothing();
}

/** The embedded database answers without ever leaving the event loop to anybody else. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
