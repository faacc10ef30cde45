import type { HandOver } from "#data/model/answers/handOvers.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { readHandOver } from "./calls.ts";

/** What changes hands on a day: asked again when the day or the draft is another. */
export class HandOverReader {
  #handOver: HandOver | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #isReading = $state.raw(false);
  #asked = 0;

  /** The latest that was read; for a moment that of another day. */
  readonly handOver: HandOver | undefined = $derived(this.#handOver);
  readonly problem: unknown = $derived(this.#problem);
  readonly isReading: boolean = $derived(this.#isReading);

  constructor(private readonly draft: PlanDraft) {}

  async read(day: string): Promise<void> {
    const number = ++this.#asked;
    this.#isReading = true;
    try {
      // The server tells what it knows: what was just assigned goes there first.
      await this.draft.saving.flush();
      const handOver = await readHandOver(this.draft.slug, this.draft.id, day);
      if (number !== this.#asked) return;
      this.#handOver = handOver;
      this.#problem = undefined;
    } catch (problem) {
      if (number === this.#asked) this.#problem = problem;
    } finally {
      if (number === this.#asked) this.#isReading = false;
    }
  }
}
