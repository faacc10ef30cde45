import { eq } from "drizzle-orm";
import { communities } from "#data/schema/index.ts";
import { readBundle } from "../bundles/read.ts";
import type { LayerChange } from "../changes.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { readRevisions } from "./revisions.ts";
import { Resident } from "./resident.ts";

/** The communities in memory. A change of any layer drops the community it belongs to. */
export class Residents {
  #entries = new Map<string, Entry>();
  #idBySlug = new Map<string, string>();

  drop({ communityId, revisions }: LayerChange): void {
    const known = this.#entries.get(communityId)?.resident?.revisions;
    // A notification that comes after this process read the new rows must not cost a second reading.
    const isNews =
      !known ||
      Object.entries(revisions).some(([layer, revision]) => revision > (known[layer] ?? 0));
    if (isNews) this.#entries.delete(communityId);
  }

  /** @throws Problem no-such-community */
  async of(ctx: Ctx, slug: string): Promise<Resident> {
    const id = this.#idBySlug.get(slug) ?? (await findCommunity(ctx, slug)).id;
    this.#idBySlug.set(slug, id);
    return (this.#entries.get(id) ?? this.#read(ctx, id)).reading;
  }

  #read(ctx: Ctx, id: string): Entry {
    const entry: Entry = { reading: load(ctx, id), resident: undefined };
    this.#entries.set(id, entry);
    entry.reading.then(
      (resident) => (entry.resident = resident),
      // A failed reading is not kept: the next request tries again.
      () => this.#entries.get(id) === entry && this.#entries.delete(id),
    );
    return entry;
  }
}

interface Entry {
  reading: Promise<Resident>;
  resident: Resident | undefined;
}

async function load(ctx: Ctx, id: string): Promise<Resident> {
  // Revisions first: rows changed in between are then read again, never missed.
  const revisions = await readRevisions(ctx, id);
  return new Resident(await readBundle(ctx, id), revisions);
}

/** @throws Problem no-such-community */
export async function findCommunity(ctx: Ctx, slug: string): Promise<{ id: string }> {
  const [row] = await ctx.db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug));
  if (!row) throw problems.noSuchCommunity(slug);
  return row;
}
