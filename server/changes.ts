/** The PostgreSQL channel on which processes tell each other what changed. */
export const CHANGES_CHANNEL = "getu_changes";

export interface LayerChange {
  communityId: string;
  /** Layer → the revision it now has. */
  revisions: Record<string, number>;
}

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

  /** From the database's NOTIFY: every process, this one included, so listeners must be idempotent. */
  receive(payload: string): void {
    this.publish(JSON.parse(payload) as LayerChange);
  }
}
