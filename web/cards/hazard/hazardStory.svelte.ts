import type { HazardDetail } from "#data/model/answers/hazards.ts";
import { readHazard } from "#web/state/hazards/calls.ts";

/** The selected hazard with its history as it arrives. */
export class HazardStory {
  #shown: HazardDetail | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #isReading = $state.raw(false);

  readonly shown: HazardDetail | undefined = $derived(this.#shown);
  /** Why the last reading failed; what is shown is then from an earlier one. */
  readonly problem: unknown = $derived(this.#problem);
  readonly isReading: boolean = $derived(this.#isReading);

  /** Reads it; what is shown stays until the answer is there. @returns its own undo */
  open(slug: string, id: string): () => void {
    const abort = new AbortController();
    void this.#read(slug, id, abort.signal);
    return () => abort.abort();
  }

  async #read(slug: string, id: string, signal: AbortSignal): Promise<void> {
    this.#isReading = true;
    this.#problem = undefined;
    try {
      const shown = await readHazard(slug, id, signal);
      if (!signal.aborted) this.#shown = shown;
    } catch (problem) {
      if (!signal.aborted) this.#problem = problem;
    }
    if (!signal.aborted) this.#isReading = false;
  }
}
