import type { RosterReport } from "#data/model/answers/people.ts";
import { importRoster } from "./calls.ts";

/** A roster's file on its way in: tried, looked at, then stored. */
export class RosterImport {
  #file: File | undefined = $state.raw();
  #trial: RosterReport | undefined = $state.raw();
  #stored: RosterReport | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #rejected: string | undefined = $state.raw();
  #isBusy = $state.raw(false);

  readonly file: File | undefined = $derived(this.#file);
  /** What it would do. */
  readonly trial: RosterReport | undefined = $derived(this.#trial);
  /** What it did. */
  readonly stored: RosterReport | undefined = $derived(this.#stored);
  readonly problem: unknown = $derived(this.#problem);
  /** The name of a file that is no table. */
  readonly rejected: string | undefined = $derived(this.#rejected);
  readonly isBusy: boolean = $derived(this.#isBusy);
  /** Whether there is anything in it that the community has not got. */
  readonly hasNews: boolean = $derived(
    this.#trial !== undefined && this.#trial.people + this.#trial.duties + this.#trial.accounts > 0,
  );

  async take(slug: string, file: File): Promise<void> {
    this.forget();
    this.#file = file;
    this.#trial = await this.#send(slug, file, true);
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
  async store(slug: string): Promise<boolean> {
    if (!this.#file) return false;
    this.#stored = await this.#send(slug, this.#file, false);
    return this.#stored !== undefined;
  }

  async #send(slug: string, file: File, isTrial: boolean): Promise<RosterReport | undefined> {
    this.#isBusy = true;
    this.#problem = undefined;
    try {
      return await importRoster(slug, file, isTrial);
    } catch (problem) {
      this.#problem = problem;
      return undefined;
    } finally {
      this.#isBusy = false;
    }
  }
}
