import { LAYERS_OF_THEIR_OWN } from "#data/model/layers.ts";
import type { Database } from "#data/open.ts";
import { readBundle } from "../bundles/read.ts";
import type { LayerChange } from "../changes.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { readRevisions } from "./revisions.ts";
import { Resident } from "./resident.ts";

/** The communities in memory. A change of any layer of theirs drops the community it belongs to. */
export class Residents {
  #entries = new Map<string, Entry>();

  drop({ communityId, revisions }: LayerChange): void {
    const known = this.#entries.get(communityId)?.resident?.revisions;
    // A notification that comes after this process read the new rows must not cost a second reading.
    const isNews = Object.entries(revisions).some(
      ([layer, revision]) =>
        !LAYERS_OF_THEIR_OWN.includes(layer) && (!known || revision > (known[layer] ?? 0)),
    );
    if (isNews) this.#entries.delete(communityId);
  }

  /**
   * A community that the actor has a duty in, by the database's own word: what is kept in memory
   * would otherwise pass by its row-level security.
   * @throws Problem no-such-community
   */
  async of(ctx: Ctx, slug: string): Promise<Resident> {
    const id = await this.idOf(ctx, slug);
    return (this.#entries.get(id) ?? this.#read(ctx.database.db, id)).reading;
  }

  /** @throws Problem no-such-community where the actor has no duty, or where there is none */
  async idOf(ctx: Ctx, slug: string): Promise<string> {
    const { memberships } = await ctx.actors.rightsOf(ctx.actor);
    const id = memberships.get(slug)?.communityId;
    if (!id) throw problems.noSuchCommunity(slug);
    return id;
  }

  #read(db: Database, id: string): Entry {
    const entry: Entry = { reading: load(db, id), resident: undefined };
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

async function load(db: Database, id: string): Promise<Resident> {
  // Revisions first: rows changed in between are then read again, never missed.
  const revisions = await readRevisions(db, id);
  return new Resident(await readBundle(db, id), revisions);
}
