import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { problemText } from "#web/words/problems.ts";

/** How a try to sign in goes: under way, refused, or to wait before the next. */
export class AttemptState {
  #isBusy = $state.raw(false);
  #problem: ApiProblem | undefined = $state.raw();
  #secondsLeft = $state.raw(0);

  readonly isBusy: boolean = $derived(this.#isBusy);
  readonly problem: ApiProblem | undefined = $derived(this.#problem);
  /** Until the server listens again. */
  readonly secondsLeft: number = $derived(this.#secondsLeft);
  /** Said once; the seconds are counted for the eyes only. */
  readonly text: string | undefined = $derived(this.#problem && textOf(this.#problem));

  /** @returns whether it went well */
  async make(work: () => Promise<void>): Promise<boolean> {
    if (this.#isBusy || this.#secondsLeft > 0) return false;
    this.#isBusy = true;
    this.#problem = undefined;
    try {
      await work();
      return true;
    } catch (problem) {
      this.#problem = problem instanceof ApiProblem ? problem : new ApiProblem("internal", 500);
      this.#secondsLeft = Number(this.#problem.parameters.retryAfterSeconds ?? 0);
      return false;
    } finally {
      this.#isBusy = false;
    }
  }

  /** Counts the seconds down by the clock, which a sleeping page does not slow. @returns its own undo */
  count(): () => void {
    const end = Date.now() + this.#secondsLeft * 1000;
    const timer = setInterval(() => {
      this.#secondsLeft = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (this.#secondsLeft > 0) return;
      clearInterval(timer);
      this.#problem = undefined;
    }, 250);
    return () => clearInterval(timer);
  }
}

function textOf(problem: ApiProblem): string {
  const { kind, parameters } = problem;
  if (kind === "no-connection") return m.sign_in_no_connection();
  if (kind !== "too-many-attempts") return problemText(problem);
  return m.sign_in_wait({ seconds: String(parameters.retryAfterSeconds) });
}

/** Minutes and seconds, as a clock has them: 4:05. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
