import type { GroundImportReport } from "#data/model/answers/ground.ts";
import { importBuildings } from "./calls.ts";

/** A file of footprints on its way in: tried, looked at, then stored. */
export class GroundImport {
  #file: File | undefined = $state.raw();
  #trial: GroundImportReport | undefined = $state.raw();
  #stored: GroundImportReport | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #isBusy = $state.raw(false);

  /** What it would do. */
  readonly trial: GroundImportReport | undefined = $derived(this.#trial);
  /** What it did. */
  readonly stored: GroundImportReport | undefined = $derived(this.#stored);
  readonly problem: unknown = $derived(this.#problem);
  readonly isBusy: boolean = $derived(this.#isBusy);
  readonly hasNews: boolean = $derived(
    this.#trial !== undefined && this.#trial.fresh.count + this.#trial.changed.count > 0,
  );

  async take(slug: string, file: File): Promise<void> {
    this.forget();
    this.#file = file;
    this.#trial = await this.#send(slug, file, true);
  }

  /** Back to no file. */
  forget(): void {
    this.#file = undefined;
    this.#trial = undefined;
    this.#problem = undefined;
  }

  /** @returns whether it is stored; where not, everything is as it was */
  async store(slug: string): Promise<boolean> {
    if (!this.#file) return false;
    this.#stored = await this.#send(slug, this.#file, false);
    return this.#stored !== undefined;
  }

  async #send(slug: string, file: File, isTrial: boolean) {
    this.#isBusy = true;
    this.#problem = undefined;
    try {
      return await importBuildings(slug, file, isTrial);
    } catch (problem) {
      this.#problem = problem;
      return undefined;
    } finally {
      this.#isBusy = false;
    }
  }
}
