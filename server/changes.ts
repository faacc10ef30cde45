import { z } from "zod";

/** The PostgreSQL channel on which processes tell each other what changed. */
export const CHANGES_CHANNEL = "getu_changes";

const LayerChange = z.object({
  communityId: z.string(),
  /** Layer → the revision it now has. */
  revisions: z.record(z.string(), z.number()),
});
export type LayerChange = z.infer<typeof LayerChange>;

/** Somebody's duties, account or session: what is known of people must be asked anew. */
const AccountChange = z.object({ accounts: z.literal(true) });
export type AccountChange = z.infer<typeof AccountChange>;

const Change = z.union([LayerChange, AccountChange]);
export type Change = z.infer<typeof Change>;

type Listener = (change: LayerChange) => void;

/** Hands every change to whoever listens: the caches first of all, then the open event streams. */
export class ChangeFeed {
  #listeners = new Set<Listener>();
  #accountListeners = new Set<() => void>();

  /** @returns its own undo */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when anybody's duties, account or session changed. @returns its own undo */
  onAccounts(listener: () => void): () => void {
    this.#accountListeners.add(listener);
    return () => this.#accountListeners.delete(listener);
  }

  publish(change: Change): void {
    if ("accounts" in change) for (const listener of this.#accountListeners) listener();
    else for (const listener of this.#listeners) listener(change);
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

function readChange(payload: string): Change | undefined {
  try {
    return Change.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
