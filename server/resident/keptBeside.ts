import type { Topic } from "#data/model/layers.ts";
import type { Database } from "#data/open.ts";
import type { LayerChange } from "../changes.ts";

/**
 * Something of the communities that are looked at which changes all day long while the rest of a
 * community stays: read once, and kept beside the community until the revision of its topic rises.
 */
export class KeptBeside<Value> {
  #entries = new Map<string, Promise<Value>>();

  constructor(
    private readonly topic: Topic,
    private readonly read: (owner: Database, communityId: string) => Promise<Value>,
  ) {}

  drop({ communityId, revisions }: LayerChange): void {
    if (this.topic in revisions) this.#entries.delete(communityId);
  }

  /** Of a community that the actor was found to look into already. */
  of(owner: Database, communityId: string): Promise<Value> {
    const known = this.#entries.get(communityId);
    if (known) return known;
    const reading = this.read(owner, communityId);
    this.#entries.set(communityId, reading);
    // A failed reading is not kept: the next request tries again.
    reading.catch(
      () => this.#entries.get(communityId) === reading && this.#entries.delete(communityId),
    );
    return reading;
  }
}
