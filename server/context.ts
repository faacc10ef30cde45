import { sql } from "drizzle-orm";
import { PgTransaction } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import type { Visits } from "#data/model/inspections/visits.ts";
import type { Topic } from "#data/model/layers.ts";
import type { Database, OpenDatabase } from "#data/open.ts";
import { audit, layerRevisions } from "#data/schema/index.ts";
import type { Actor } from "./access/actor.ts";
import type { Actors } from "./access/actors.ts";
import type { Auth } from "./accounts/auth.ts";
import { type Change, type ChangeFeed, CHANGES_CHANNEL, type LayerChange } from "./changes.ts";
import type { KeptBeside } from "./resident/keptBeside.ts";
import type { HazardsInMemory } from "./resident/openHazards.ts";
import type { Residents } from "./resident/store.ts";

/** What the process holds open for all requests. */
export interface Services {
  /** As the owner of the tables: for migrations, sign-in and the program's own work. */
  database: OpenDatabase;
  changes: ChangeFeed;
  residents: Residents;
  actors: Actors;
  auth: Auth;
  /** What cookies are signed with, and whether they travel by https alone. */
  signing: { secret: string; isSecure: boolean };
  /** Where an administrator puts PMTiles files. */
  basemapDirectory: string;
  /** Where pictures are kept, see `photos/files.ts`. */
  photoDirectory: string;
  /** Where people reach Getu, without a slash at its end; undefined: not set. */
  publicUrl: string | undefined;
  openHazards: KeptBeside<HazardsInMemory>;
  visits: KeptBeside<Visits>;
}

/** What every verb works with: the services, and on whose behalf. */
export interface Ctx extends Services {
  actor: Actor;
}

/** Inside `look` and `transact`: the one place from which tables are reached. */
export interface Tx extends Ctx {
  db: Database;
  /** Layers whose rows this transaction changed, by community. */
  touched: Map<string, Set<Topic>>;
  /** Whether somebody's duties or account changed, so that what is known of people is asked anew. */
  touchesAccounts: { value: boolean };
}

/** Marks layers as changed: their revision rises when the transaction commits. */
export function touch(ctx: Tx, communityId: string, layers: readonly Topic[]): void {
  const touched = ctx.touched.get(communityId) ?? new Set();
  for (const layer of layers) touched.add(layer);
  ctx.touched.set(communityId, touched);
}

/** Marks people, duties or accounts as changed: every process forgets what each person may do. */
export function touchAccounts(ctx: Tx): void {
  ctx.touchesAccounts.value = true;
}

/**
 * Runs `work` in one transaction with the actor's own privileges. Revisions rise inside it, so a
 * reader sees rows and revision together; other processes hear of them by NOTIFY, which PostgreSQL
 * sends only on commit.
 */
export async function transact<T>(ctx: Ctx, work: (ctx: Tx) => Promise<T>): Promise<T> {
  const raised: Change[] = [];
  const result = await inTransaction(ctx, "write", async (ctx) => {
    const result = await work(ctx);
    for (const [communityId, layers] of ctx.touched) {
      raised.push(await raiseRevisions(ctx, communityId, [...layers]));
    }
    if (ctx.touchesAccounts.value) raised.push({ accounts: true });
    for (const change of raised) {
      await ctx.db.execute(sql`SELECT pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`);
    }
    return result;
  });
  // The writer's own next read must see its write, however late its own notification comes.
  for (const change of raised) ctx.changes.publish(change);
  return result;
}

/** Tells every process that somebody's session or account changed outside of `transact`. */
export async function announceAccounts(ctx: Ctx): Promise<void> {
  const change: Change = { accounts: true };
  const payload = JSON.stringify(change);
  await ctx.database.db.execute(sql`SELECT pg_notify(${CHANGES_CHANNEL}, ${payload})`);
  ctx.changes.publish(change);
}

/** Runs `work` in one transaction that only reads, with the actor's own privileges. */
export function look<T>(ctx: Ctx, work: (ctx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(ctx, "read", work);
}

function inTransaction<T>(
  ctx: Ctx,
  mode: "read" | "write",
  work: (ctx: Tx) => Promise<T>,
): Promise<T> {
  const { actor, database } = ctx;
  if (mode === "write") database.requireRoom();
  // The program itself is the owner of the tables: at its start, and at a terminal.
  const role = actor.kind === "program" ? undefined : "getu_app";
  const settings = { "getu.actor": actor.kind === "person" ? actor.userId : "" };
  return asRole({ db: database.db, role, settings, mode }, (db) =>
    work({ ...ctx, db, touched: new Map(), touchesAccounts: { value: false } }),
  );
}

export interface RoleOptions {
  db: Database;
  /** A role with fewer privileges than the connection's own; absent: the connection's own. */
  role: "getu_app" | "getu_reader" | undefined;
  settings: Record<string, string>;
  mode: "read" | "write" | "snapshot";
}

/** One transaction as a role, with settings that its policies read. Both end with the transaction. */
export function asRole<T>(options: RoleOptions, work: (db: Database) => Promise<T>): Promise<T> {
  const { db, role, settings, mode } = options;
  return db.transaction(
    async (db) => {
      if (!role) return work(db);
      await become(db, role, settings);
      const result = await work(db);
      // A savepoint, which is what a transaction within one is, does not end what was set in it.
      if (options.db instanceof PgTransaction) await become(db, "none", {});
      return result;
    },
    {
      isolationLevel: mode === "snapshot" ? "repeatable read" : "read committed",
      accessMode: mode === "write" ? "read write" : "read only",
    },
  );
}

/** In one statement, since each is a way to the database and back. */
async function become(db: Database, role: string, settings: Record<string, string>) {
  const set = Object.entries({ "getu.actor": "", "getu.reads": "", ...settings, role }).map(
    ([name, value]) => sql`set_config(${name}, ${value}, true)`,
  );
  await db.execute(sql`SELECT ${sql.join(set, sql`, `)}`);
}

async function raiseRevisions(ctx: Tx, communityId: string, layers: Topic[]): Promise<LayerChange> {
  const rows = await ctx.db
    .insert(layerRevisions)
    .values(layers.map((layer) => ({ communityId, layer, revision: 1 })))
    .onConflictDoUpdate({
      target: [layerRevisions.communityId, layerRevisions.layer],
      set: { revision: sql`${layerRevisions.revision} + 1` },
    })
    .returning({ layer: layerRevisions.layer, revision: layerRevisions.revision });
  return {
    communityId,
    revisions: Object.fromEntries(rows.map((row) => [row.layer, row.revision])),
  };
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
export async function writeAudit(ctx: Tx, entry: AuditEntry): Promise<void> {
  const { actor } = ctx;
  const by =
    actor.kind === "person"
      ? { actorId: actor.userId, actorName: actor.name }
      : { actorId: null, actorName: null };
  await ctx.db.insert(audit).values({ id: uuidv7(), ...by, ...entry });
}
