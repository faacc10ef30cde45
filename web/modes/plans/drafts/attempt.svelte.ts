/** One thing that is asked of the server: whether it is under way, and why it was refused. */
export class Attempt {
  #isBusy = $state.raw(false);
  #problem: unknown = $state.raw();
  readonly isBusy: boolean = $derived(this.#isBusy);
  readonly problem: unknown = $derived(this.#problem);

  /** @returns what the work gave; undefined where it was refused, with `problem` set */
  async run<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    this.#problem = undefined;
    try {
      return await work();
    } catch (problem) {
      this.#problem = problem;
      return undefined;
    } finally {
      this.#isBusy = false;
    }
  }
}
