import { z } from "zod";

/** The PostgreSQL channel on which processes tell each other what changed. */
export const CHANGES_CHANNEL = "getu_changes";

const LayerChange = z.object({
  communityId: z.string(),
  /** Layer → the revision it now has. */
  revisions: z.record(z.string(), z.number()),
});
export type LayerChange = z.infer<typeof LayerChange>;

type Listener = (change: LayerChange) => void;

/** Hands every change to whoever listens: the caches first of all, then the open event streams. */
export class ChangeFeed {
  #listeners = new Set<Listener>();

  /** @returns its own undo */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(change: LayerChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  /**
   * From the database's NOTIFY: every process, this one included, so listeners must be idempotent.
   * Anybody on the database may notify; what is no change of ours must not end the process.
   */
  receive(payload: string): void {
    const change = readChange(payload);
    if (change) this.publish(change);
    else console.error(`not a change: ${payload.slice(0, 100)}`);
  }
}

function readChange(payload: string): LayerChange | undefined {
  try {
    return LayerChange.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
