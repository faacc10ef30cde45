import type { PgTable } from "drizzle-orm/pg-core";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { LAYERS } from "#data/model/layers.ts";
import * as schema from "#data/schema/index.ts";
import { type Ctx, touch } from "../context.ts";

/** PostgreSQL takes 65,535 parameters in a statement; the widest table has 12 columns. */
const ROWS_A_STATEMENT = 1000;

/** Writes a whole community, inside the caller's transaction. */
export async function storeBundle(ctx: Ctx, bundle: CommunityBundle): Promise<void> {
  const { community } = bundle;
  await insertAll(ctx, schema.areas, bundle.areas, "ignore");
  await ctx.db.insert(schema.communities).values(community);
  const owned = <T extends object>(rows: T[]) =>
    rows.map((row) => ({ communityId: community.id, ...row }));
  // Parents before children.
  await insertAll(ctx, schema.compounds, owned(bundle.compounds));
  await insertAll(ctx, schema.buildings, owned(bundle.buildings));
  await insertAll(ctx, schema.entrances, owned(bundle.entrances));
  await insertAll(ctx, schema.dwellings, owned(bundle.dwellings));
  await insertAll(ctx, schema.households, owned(bundle.households));
  await insertAll(ctx, schema.places, owned(bundle.places));
  await insertAll(ctx, schema.contextFeatures, owned(bundle.context));
  await insertAll(ctx, schema.people, owned(bundle.people));
  await insertAll(ctx, schema.duties, owned(bundle.duties));
  await insertAll(ctx, schema.leaves, owned(bundle.leaves));
  await insertAll(ctx, schema.partyOrganisations, owned(bundle.partyOrganisations));
  await insertAll(ctx, schema.plans, owned(bundle.plans));
  await insertAll(ctx, schema.grids, owned(bundle.grids));
  await insertAll(ctx, schema.microGrids, owned(bundle.microGrids));
  await insertAll(ctx, schema.planUnits, owned(bundle.planUnits));
  touch(ctx, community.id, LAYERS);
}

async function insertAll<T extends PgTable>(
  { db }: Ctx,
  table: T,
  rows: T["$inferInsert"][],
  onConflict: "refuse" | "ignore" = "refuse",
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const insert = db.insert(table).values(rows.slice(start, start + ROWS_A_STATEMENT));
    await (onConflict === "ignore" ? insert.onConflictDoNothing() : insert);
  }
}
