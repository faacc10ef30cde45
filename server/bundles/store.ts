import type { PgTable } from "drizzle-orm/pg-core";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { LAYERS } from "#data/model/layers.ts";
import * as schema from "#data/schema/index.ts";
import { touch, type Tx } from "../context.ts";

/**
 * PostgreSQL takes 65,535 parameters in a statement; the widest table has 12 columns. The embedded
 * database works on the event loop's own thread: this many buildings hold it for some 25 ms.
 */
const ROWS_A_STATEMENT = 250;

/** One statement's worth of a community. */
export type StoreStep = (ctx: Tx) => Promise<void>;

/** Writes a whole community, inside the caller's transaction. */
export async function storeBundle(ctx: Tx, bundle: CommunityBundle): Promise<void> {
  await storeAreas(ctx, bundle);
  await ctx.db.insert(schema.communities).values(bundle.community);
  for (const step of storeSteps(bundle)) {
    await step(ctx);
    await letOthersIn();
  }
  touch(ctx, bundle.community.id, LAYERS);
}

/** What a community owns, parents before children, in portions for one or for many transactions. */
export function* storeSteps(bundle: CommunityBundle): Generator<StoreStep> {
  const owned = <T extends object>(rows: T[]) =>
    rows.map((row) => ({ communityId: bundle.community.id, ...row }));
  yield* insertAll(schema.compounds, owned(bundle.compounds));
  yield* insertAll(schema.buildings, owned(bundle.buildings));
  yield* insertAll(schema.entrances, owned(bundle.entrances));
  yield* insertAll(schema.dwellings, owned(bundle.dwellings));
  yield* insertAll(schema.households, owned(bundle.households));
  yield* insertAll(schema.places, owned(bundle.places));
  yield* insertAll(schema.contextFeatures, owned(bundle.context));
  yield* insertAll(schema.people, owned(bundle.people));
  yield* insertAll(schema.duties, owned(bundle.duties));
  yield* insertAll(schema.leaves, owned(bundle.leaves));
  yield* insertAll(schema.partyOrganisations, owned(bundle.partyOrganisations));
  yield* insertAll(schema.plans, owned(bundle.plans));
  yield* insertAll(schema.grids, owned(bundle.grids));
  yield* insertAll(schema.microGrids, owned(bundle.microGrids));
  yield* insertAll(schema.planUnits, owned(bundle.planUnits));
}

function* insertAll<T extends PgTable>(table: T, rows: T["$inferInsert"][]): Generator<StoreStep> {
  for (const portion of portionsOf(rows)) {
    yield async ({ db }) => void (await db.insert(table).values(portion));
  }
}

/** The areas that it lies in, which other communities may have brought already. */
export async function storeAreas({ db }: Tx, { areas }: CommunityBundle): Promise<void> {
  for (const portion of portionsOf(areas)) {
    await db.insert(schema.areas).values(portion).onConflictDoNothing();
  }
}

/** The embedded database answers without ever leaving the event loop to anybody else. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function* portionsOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    yield rows.slice(start, start + ROWS_A_STATEMENT);
  }
}
