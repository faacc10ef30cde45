import { eq, sql } from "drizzle-orm";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import { slugFrom } from "#data/model/import/slug.ts";
import { LAYERS } from "#data/model/layers.ts";
import { todayIn } from "#data/model/today.ts";
import { communities } from "#data/schema/index.ts";
import { letOthersIn, storeAreas, storePortion } from "../bundles/store.ts";
import { requireAdmin } from "../access/requireDuty.ts";
import { type Ctx, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import {
  type Incoming,
  incomingFrom,
  type IncomingHead,
  type Naming,
} from "../footprints/incoming.ts";
import { withIncoming } from "../footprints/readFile.ts";
import { sweepCommunity } from "./sweep.ts";

export interface NewCommunityRequest {
  name: string;
  bytes: Uint8Array;
  mapping?: MappingChoice;
  attribution?: string | null;
}

export interface NamedReading {
  name: string;
  reading: FootprintReading;
  /** Made from the name, and made unique, where absent. */
  slug?: string;
  attribution?: string | null;
}

export interface CreatedCommunity {
  id: string;
  slug: string;
  name: string;
  buildings: number;
  skipped: FootprintReading["skipped"];
  warnings: FootprintReading["warnings"];
}

/** First parts of addresses that are not communities. */
const RESERVED_SLUGS = new Set(["api", "assets"]);
/** Any number will do, as long as every process takes the same one. */
const SLUG_LOCK = 4_738_202;

/**
 * Makes a community from a file of footprints, whole or not at all.
 * @throws Problem of the import's own kinds
 */
export async function createCommunity(
  ctx: Ctx,
  { bytes, mapping = {}, name, attribution = null }: NewCommunityRequest,
): Promise<CreatedCommunity> {
  requireAdmin(ctx, "create-community");
  const naming = namingOf(name, slugFrom(name), attribution);
  return withIncoming({ bytes, mapping, naming }, (incoming) =>
    take(ctx, incoming, { mustHaveSlug: false }),
  ).catch((error: unknown) => {
    throw error instanceof ImportProblem ? problems.unreadableFile(error) : error;
  });
}

/**
 * Makes a community from what was read already.
 * @throws Problem slug-taken for a slug that was asked for
 */
export async function createFromReading(
  ctx: Ctx,
  { name, reading, slug, attribution = null }: NamedReading,
): Promise<CreatedCommunity> {
  requireAdmin(ctx, "create-community");
  const naming = namingOf(name, slug ?? slugFrom(name), attribution);
  return take(ctx, incomingFrom(reading, naming), { mustHaveSlug: slug !== undefined });
}

function namingOf(name: string, slug: string, attribution: string | null): Naming {
  return { name, slug, attribution, today: todayIn("Asia/Shanghai") };
}

/**
 * Each portion in a transaction of its own: the embedded database has one at a time, and the writes of
 * other communities must come in between. Until the last nobody sees the community.
 */
async function take(
  ctx: Ctx,
  { head, portions }: Incoming,
  { mustHaveSlug }: { mustHaveSlug: boolean },
): Promise<CreatedCommunity> {
  const { id, name } = head.community;
  const slug = await transact(ctx, (ctx) => reserve(ctx, head, mustHaveSlug));
  try {
    for await (const portion of portions) {
      await transact(ctx, (ctx) => storePortion(ctx, portion));
      await letOthersIn();
    }
    await transact(ctx, (ctx) => finish(ctx, head, slug));
  } catch (error) {
    await sweepCommunity(ctx.database.db, id);
    throw error;
  }
  const { buildings, skipped, warnings } = head;
  return { id, slug, name, buildings, skipped, warnings };
}

/** Takes the address. @returns the slug */
async function reserve(
  ctx: Tx,
  { community, areas }: IncomingHead,
  mustHaveSlug: boolean,
): Promise<string> {
  // Of two at once the second waits here, and then sees which slug the first took.
  await ctx.db.execute(sql`SELECT pg_advisory_xact_lock(${SLUG_LOCK})`);
  if (mustHaveSlug && (await isTaken(ctx, community.slug))) {
    throw problems.slugTaken(community.slug);
  }
  const slug = await freeSlug(ctx, community.slug);
  await storeAreas(ctx, areas);
  await ctx.db.insert(communities).values({ ...community, slug, isReady: false });
  return slug;
}

async function finish(ctx: Tx, head: IncomingHead, slug: string): Promise<void> {
  const { id, name } = head.community;
  await ctx.db.update(communities).set({ isReady: true }).where(eq(communities.id, id));
  touch(ctx, id, LAYERS);
  touchAccounts(ctx);
  await writeAudit(ctx, {
    communityId: id,
    action: "community.create",
    subjectType: "community",
    subjectId: id,
    to: { name, slug, buildings: head.buildings, skipped: head.skipped.length },
  });
}

/** Two communities of one name are told apart by a number: `east-gate-2`. */
async function freeSlug(ctx: Tx, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isTaken(ctx, slug))) return slug;
  }
}

async function isTaken(ctx: Tx, slug: string): Promise<boolean> {
  if (RESERVED_SLUGS.has(slug)) return true;
  const [taken] = await ctx.db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug));
  return taken !== undefined;
}
