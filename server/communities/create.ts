import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { bundleFromReading } from "#data/model/import/bundleFromReading.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import { slugFrom } from "#data/model/import/slug.ts";
import { todayIn } from "#data/model/today.ts";
import { communities } from "#data/schema/index.ts";
import { storeBundle } from "../bundles/store.ts";
import { type Ctx, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { readFile } from "./readFile.ts";

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
  return transact(ctx, async (ctx) => {
    // Of two at once the second waits here, and then sees which slug the first took.
    await ctx.db.execute(sql`SELECT pg_advisory_xact_lock(${SLUG_LOCK})`);
    if (wanted !== undefined && (await isTaken(ctx, wanted))) throw problems.slugTaken(wanted);
    const slug = wanted ?? (await freeSlug(ctx, slugFrom(name)));
    const bundle = bundleFromReading(reading, {
      name,
      slug,
      makeId: uuidv7,
      defaultName: (ordinal) => `未编号 ${ordinal}`,
      planName: "第一个方案",
      today: todayIn("Asia/Shanghai"),
      attribution,
    });
    await storeBundle(ctx, bundle);
    const { id } = bundle.community;
    const buildings = bundle.buildings.length;
    await writeAudit(ctx, {
      communityId: id,
      action: "community.create",
      subjectType: "community",
      subjectId: id,
      to: { name, slug, buildings, skipped: reading.skipped.length },
    });
    const { skipped, warnings } = reading;
    return { id, slug, name, buildings, skipped, warnings };
  });
}

/** Two communities of one name are told apart by a number: `east-gate-2`. */
async function freeSlug(ctx: Ctx, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isTaken(ctx, slug))) return slug;
  }
}

async function isTaken(ctx: Ctx, slug: string): Promise<boolean> {
  if (RESERVED_SLUGS.has(slug)) return true;
  const [taken] = await ctx.db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug));
  return taken !== undefined;
}
