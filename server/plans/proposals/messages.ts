import type { Proposal, ProposalTask } from "#data/model/proposals/propose.ts";

/** What the proposing worker is given. */
export interface ProposingWork {
  task: ProposalTask;
  /** One number in shared memory: 1 asks the worker to come to an end with what it has. */
  stop: Int32Array<SharedArrayBuffer>;
}

/** What it says. `finished` are all alternatives so far, sent when there is one more. */
export interface ProposingMessage {
  progress: number;
  finished?: Proposal[];
  isDone: boolean;
}
