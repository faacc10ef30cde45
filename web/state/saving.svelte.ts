import { ApiProblem } from "#web/api.ts";

interface Issue {
  path: string;
  message: string;
}

/** One form's way to the server: what is under way, what was refused, what somebody else saved. */
export class Saving {
  #isBusy = $state.raw(false);
  #problem: unknown = $state.raw();

  readonly isBusy: boolean = $derived(this.#isBusy);
  /** Why the last try failed, unless somebody else was there first. */
  readonly problem: unknown = $derived(this.stale ? undefined : this.#problem);

  /** The row as somebody else left it, where that was after it was read here. */
  get stale(): Record<string, unknown> | undefined {
    const problem = this.#problem;
    if (!(problem instanceof ApiProblem) || problem.kind !== "stale-version") return undefined;
    return (problem.parameters["theirs"] ?? {}) as Record<string, unknown>;
  }

  /** Whether the server refused just this field. */
  refuses(field: string): boolean {
    const problem = this.#problem;
    if (!(problem instanceof ApiProblem) || problem.kind !== "invalid") return false;
    const issues = (problem.parameters["issues"] ?? []) as Issue[];
    return issues.some(({ path }) => path === field);
  }

  forget(): void {
    this.#problem = undefined;
  }

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
