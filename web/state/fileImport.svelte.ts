/** A file on its way in: tried, looked at, then stored. */
export class FileImport<Report> {
  #file: File | undefined = $state.raw();
  #trial: Report | undefined = $state.raw();
  #stored: Report | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #rejected: string | undefined = $state.raw();
  #isBusy = $state.raw(false);

  readonly file: File | undefined = $derived(this.#file);
  /** What it would do. */
  readonly trial: Report | undefined = $derived(this.#trial);
  /** What it did. */
  readonly stored: Report | undefined = $derived(this.#stored);
  readonly problem: unknown = $derived(this.#problem);
  /** The name of a file of another kind. */
  readonly rejected: string | undefined = $derived(this.#rejected);
  readonly isBusy: boolean = $derived(this.#isBusy);

  /** @param send with `isTrial` it only says what it would do */
  constructor(private readonly send: (file: File, isTrial: boolean) => Promise<Report>) {}

  async take(file: File): Promise<void> {
    this.forget();
    this.#file = file;
    this.#trial = await this.#run(file, true);
  }

  reject({ name }: File): void {
    this.forget();
    this.#rejected = name;
  }

  /** Back to no file. */
  forget(): void {
    this.#file = undefined;
    this.#trial = undefined;
    this.#problem = undefined;
    this.#rejected = undefined;
  }

  /** @returns whether it is stored; where not, everything is as it was */
  async store(): Promise<boolean> {
    if (!this.#file) return false;
    this.#stored = await this.#run(this.#file, false);
    return this.#stored !== undefined;
  }

  async #run(file: File, isTrial: boolean): Promise<Report | undefined> {
    this.#isBusy = true;
    this.#problem = undefined;
    try {
      return await this.send(file, isTrial);
    } catch (problem) {
      this.#problem = problem;
      return undefined;
    } finally {
      this.#isBusy = false;
    }
  }
}
