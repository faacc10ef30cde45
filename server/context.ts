import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Layer } from "#data/model/layers.ts";
import type { Database, OpenDatabase } from "#data/open.ts";
import { audit, layerRevisions } from "#data/schema/index.ts";
import type { ChangeFeed } from "./changes.ts";
import { CHANGES_CHANNEL, type LayerChange } from "./changes.ts";
import type { Residents } from "./resident/store.ts";

/** What every verb works with. Inside `transact` it is the transaction's own. */
export interface Ctx {
  db: Database;
  database: OpenDatabase;
  changes: ChangeFeed;
  residents: Residents;
  /** Where an administrator puts PMTiles files. */
  basemapDirectory: string;
  /** Layers whose rows this transaction changed, by community. */
  touched: Map<string, Set<Layer>>;
}

/** Marks layers as changed: their revision rises when the transaction commits. */
export function touch(ctx: Ctx, communityId: string, layers: readonly Layer[]): void {
  const touched = ctx.touched.get(communityId) ?? new Set();
  for (const layer of layers) touched.add(layer);
  ctx.touched.set(communityId, touched);
}

/**
 * Runs `work` in one transaction. Revisions rise inside it, so a reader sees rows and revision
 * together; other processes hear of them by NOTIFY, which PostgreSQL sends only on commit.
 */
export async function transact<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const touched: Ctx["touched"] = new Map();
  const raised: LayerChange[] = [];
  const result = await ctx.db.transaction(async (db) => {
    const inner: Ctx = { ...ctx, db, touched };
    const result = await work(inner);
    for (const [communityId, layers] of touched) {
      raised.push(await raiseRevisions(inner, communityId, [...layers]));
    }
    return result;
  });
  // The writer's own next read must see its write, however late its own notification comes.
  for (const change of raised) ctx.changes.publish(change);
  return result;
}

async function raiseRevisions(ctx: Ctx, communityId: string, layers: Layer[]) {
  const rows = await ctx.db
    .insert(layerRevisions)
    .values(layers.map((layer) => ({ communityId, layer, revision: 1 })))
    .onConflictDoUpdate({
      target: [layerRevisions.communityId, layerRevisions.layer],
      set: { revision: sql`${layerRevisions.revision} + 1` },
    })
    .returning({ layer: layerRevisions.layer, revision: layerRevisions.revision });
  const change: LayerChange = {
    communityId,
    revisions: Object.fromEntries(rows.map((row) => [row.layer, row.revision])),
  };
  await ctx.db.execute(sql`SELECT pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`);
  return change;
}

export interface AuditEntry {
  communityId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  from?: unknown;
  to?: unknown;
  reason?: string;
}

/** Writes down who did what, in the transaction that did it. */
export async function writeAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await ctx.db.insert(audit).values({ id: uuidv7(), ...entry });
}
