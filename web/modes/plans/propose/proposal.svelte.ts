import type {
  ProposalAlternative,
  ProposalGoal,
  ProposalStatus,
} from "#data/model/answers/proposals.ts";
import { applyChange, isEmptyChange } from "#data/model/planning/change.ts";
import { differenceOf } from "#data/model/planning/difference.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import type { ApiProblem } from "#web/api.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { cancelProposal, type DraftPath, readProposal, startProposal } from "./calls.ts";

/** An alternative with the whole division it stands for. */
export interface Proposed {
  alternative: ProposalAlternative;
  state: PlanState;
}

const ASK_AGAIN_MS = 400;
const ASK_AGAIN_OFFLINE_MS = 2000;

/** `not-saved`: the draft as it is must be on the server first; `stopped`: the work ended without a word. */
export type ProposalProblem = ApiProblem | "not-saved" | "stopped";

/** Has divisions worked out on the server: asks, waits, and says what came of it. */
export class Proposal {
  #status: ProposalStatus | undefined = $state.raw();
  #problem: ProposalProblem | undefined = $state.raw();
  #isStarting = $state.raw(false);
  #isOffline = $state.raw(false);
  #isCancelling = $state.raw(false);
  /** The draft as it was when it was asked. */
  #before: PlanState | undefined = $state.raw();
  #goal: ProposalGoal | undefined = $state.raw();
  #seed = 0;
  #number = 0;

  readonly status: ProposalStatus | undefined = $derived(this.#status);
  readonly problem: ProposalProblem | undefined = $derived(this.#problem);
  readonly isRunning: boolean = $derived(
    this.#isStarting || (this.#status?.status === "running" && !this.#problem),
  );
  readonly isStarting: boolean = $derived(this.#isStarting);
  /** The server goes on; only the way there is lost. */
  readonly isOffline: boolean = $derived(this.#isOffline);
  readonly isCancelling: boolean = $derived(this.#isCancelling);
  readonly before: PlanState | undefined = $derived(this.#before);
  readonly goal: ProposalGoal | undefined = $derived(this.#goal);
  readonly proposed: Proposed[] = $derived.by(() => {
    const before = this.#before;
    const { status, alternatives = [] } = this.#status ?? {};
    if (!before || status === "running") return [];
    return alternatives.map((alternative) => ({
      alternative,
      state: applyChange(before, alternative.change).state,
    }));
  });
  /** The one that the draft is now, if any. */
  readonly taken: Proposed | undefined = $derived(
    this.proposed.find(
      ({ alternative, state }) =>
        !isEmptyChange(alternative.change) && isSame(this.draft.state, state),
    ),
  );
  /** Painted on since: what was worked out is about another draft. */
  readonly isOutdated: boolean = $derived.by(() => {
    const before = this.#before;
    return before !== undefined && !this.taken && !isSame(this.draft.state, before);
  });

  constructor(private readonly draft: PlanDraft) {}

  /** Asked again for the same, other chances are tried. */
  async start(goal: ProposalGoal): Promise<void> {
    if (this.isRunning) return;
    this.forget();
    const number = this.#number;
    this.#isStarting = true;
    this.#goal = goal;
    this.#seed += 1;
    try {
      // The server works on what it has.
      if (!(await this.draft.saving.flush())) return void (this.#problem = "not-saved");
      this.#before = this.draft.state;
      this.#status = await startProposal(this.#path, { goal, seed: this.#seed });
    } catch (problem) {
      this.#problem = problem as ApiProblem;
    } finally {
      this.#isStarting = false;
    }
    await this.#follow(number);
  }

  async cancel(): Promise<void> {
    const { id } = this.#status ?? {};
    if (id === undefined || !this.isRunning) return;
    this.#isCancelling = true;
    await cancelProposal(this.#path, id).catch((problem: unknown) => {
      this.#problem = problem as ApiProblem;
    });
  }

  /** Back to where nothing was asked. */
  forget(): void {
    this.#number += 1;
    this.#status = undefined;
    this.#problem = undefined;
    this.#before = undefined;
    this.#isOffline = false;
    this.#isCancelling = false;
  }

  /** As one step: undo brings the draft back. */
  take({ state }: Proposed): void {
    this.draft.apply(differenceOf(this.draft.state, state));
  }

  get #path(): DraftPath {
    return { slug: this.draft.slug, id: this.draft.id };
  }

  async #follow(number: number): Promise<void> {
    while (number === this.#number && this.#status?.status === "running" && !this.#problem) {
      await sleep(this.#isOffline ? ASK_AGAIN_OFFLINE_MS : ASK_AGAIN_MS);
      await this.#ask(number, this.#status.id);
    }
    if (number === this.#number) this.#isCancelling = false;
  }

  async #ask(number: number, job: string): Promise<void> {
    try {
      const status = await readProposal(this.#path, job);
      if (number !== this.#number) return;
      this.#status = status;
      this.#isOffline = false;
      if (status.status === "failed") this.#problem = "stopped";
    } catch (problem) {
      if (number !== this.#number) return;
      const { status } = problem as ApiProblem;
      this.#isOffline = status === 0 || status === 503;
      // A server that was started anew knows nothing of the work.
      if (!this.#isOffline) this.#problem = status === 404 ? "stopped" : (problem as ApiProblem);
    }
  }
}

function isSame(a: PlanState, b: PlanState): boolean {
  return a === b || isEmptyChange(differenceOf(a, b));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
