import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { bundleFromReading } from "#data/model/import/bundleFromReading.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import { slugFrom } from "#data/model/import/slug.ts";
import { LAYERS } from "#data/model/layers.ts";
import { todayIn } from "#data/model/today.ts";
import { communities } from "#data/schema/index.ts";
import { letOthersIn, storeAreas, storeSteps } from "../bundles/store.ts";
import { requireAdmin } from "../access/requireDuty.ts";
import { type Ctx, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { readFile } from "./readFile.ts";
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
  { bytes, mapping = {}, ...named }: NewCommunityRequest,
): Promise<CreatedCommunity> {
  requireAdmin(ctx, "create-community");
  const reading = await readFile(bytes, mapping).catch((error: unknown) => {
    throw error instanceof ImportProblem ? problems.unreadableFile(error) : error;
  });
  return createFromReading(ctx, { ...named, reading });
}

/**
 * Makes a community from what was read already.
 * @throws Problem slug-taken for a slug that was asked for
 */
export async function createFromReading(
  ctx: Ctx,
  { name, reading, slug: wanted, attribution = null }: NamedReading,
): Promise<CreatedCommunity> {
  requireAdmin(ctx, "create-community");
  const bundle = bundleFromReading(reading, {
    name,
    slug: wanted ?? slugFrom(name),
    makeId: uuidv7,
    defaultName: (ordinal) => `未编号 ${ordinal}`,
    planName: "第一个方案",
    today: todayIn("Asia/Shanghai"),
    attribution,
  });
  const slug = await transact(ctx, (ctx) => reserve(ctx, bundle, wanted !== undefined));
  try {
    await storeSlowly(ctx, bundle);
    await transact(ctx, (ctx) => finish(ctx, bundle, slug, reading));
  } catch (error) {
    await sweepCommunity(ctx.database.db, bundle.community.id);
    throw error;
  }
  const { skipped, warnings } = reading;
  return {
    id: bundle.community.id,
    slug,
    name,
    buildings: bundle.buildings.length,
    skipped,
    warnings,
  };
}

/** Takes the address; until the community is whole nobody sees it. @returns the slug */
async function reserve(ctx: Tx, bundle: CommunityBundle, isWanted: boolean): Promise<string> {
  const { community } = bundle;
  // Of two at once the second waits here, and then sees which slug the first took.
  await ctx.db.execute(sql`SELECT pg_advisory_xact_lock(${SLUG_LOCK})`);
  if (isWanted && (await isTaken(ctx, community.slug))) throw problems.slugTaken(community.slug);
  const slug = await freeSlug(ctx, community.slug);
  await storeAreas(ctx, bundle);
  await ctx.db.insert(communities).values({ ...community, slug, isReady: false });
  return slug;
}

/**
 * Each portion in a transaction of its own: the embedded database has one at a time, and the writes of
 * other communities must come in between.
 */
async function storeSlowly(ctx: Ctx, bundle: CommunityBundle): Promise<void> {
  for (const step of storeSteps(bundle)) {
    await transact(ctx, step);
    await letOthersIn();
  }
}

async function finish(
  ctx: Tx,
  bundle: CommunityBundle,
  slug: string,
  { skipped }: FootprintReading,
): Promise<void> {
  const { id, name } = bundle.community;
  await ctx.db.update(communities).set({ isReady: true }).where(eq(communities.id, id));
  touch(ctx, id, LAYERS);
  touchAccounts(ctx);
  await writeAudit(ctx, {
    communityId: id,
    action: "community.create",
    subjectType: "community",
    subjectId: id,
    to: { name, slug, buildings: bundle.buildings.length, skipped: skipped.length },
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
