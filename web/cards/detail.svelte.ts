import type { GroundThing } from "#web/state/view.ts";
import { readDetail, type ThingDetail } from "./readDetail.ts";

/** The selected thing's story as it arrives. */
export class DetailState {
  #shown: ThingDetail | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #isReading = $state.raw(false);

  readonly shown: ThingDetail | undefined = $derived(this.#shown);
  /** Why the last reading failed; what is shown is then from an earlier one. */
  readonly problem: unknown = $derived(this.#problem);
  readonly isReading: boolean = $derived(this.#isReading);

  /** Reads the thing, again if it is the one shown, which then stays in sight. @returns its own undo */
  open(slug: string, thing: GroundThing): () => void {
    if (this.#shown?.type !== thing.type || this.#shown.detail.id !== thing.id) {
      this.#shown = undefined;
    }
    this.#problem = undefined;
    this.#isReading = true;
    const abort = new AbortController();
    void this.#read(slug, thing, abort.signal);
    return () => abort.abort();
  }

  async #read(slug: string, thing: GroundThing, signal: AbortSignal): Promise<void> {
    try {
      const shown = await readDetail(slug, thing, signal);
      if (!signal.aborted) this.#shown = shown;
    } catch (error) {
      if (!signal.aborted) this.#problem = error;
    }
    if (!signal.aborted) this.#isReading = false;
  }
}
