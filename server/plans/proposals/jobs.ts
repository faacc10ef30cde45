import { v7 as uuidv7 } from "uuid";
import type { ProposalMeasures, ProposalStatus } from "#data/model/answers/proposals.ts";
import type { Proposal, ProposalTask } from "#data/model/proposals/propose.ts";
import { runProposal, type RunningProposal } from "./runProposal.ts";

/** Each takes a core, and holds a whole community in memory. */
const MOST_RUNNING = 2;
const MOST_WAITING = 8;
const KEPT_MS = 30 * 60_000;
/** Of the largest communities one is some megabytes. */
const MOST_KEPT = 60;

/** Whose proposal it is, and of which plan. */
export interface JobPlace {
  communityId: string;
  planId: string;
  userId: string;
}

interface Job extends JobPlace {
  id: string;
  /** The plan's, when it was asked for. */
  version: number;
  status: ProposalStatus["status"];
  progress: number;
  alternatives: Proposal[];
  /** What is to be done; gone once it has begun. */
  task: ProposalTask | undefined;
  running: RunningProposal | undefined;
  endedAt: number | undefined;
}

/**
 * The proposals that this process works out, waits to work out, and has worked out of late. They are
 * not in the database: where several processes share one, another's job is unknown here, so requests
 * about a job must come to the process that took it (sticky sessions).
 */
export class ProposalJobs {
  #jobs = new Map<string, Job>();

  /** Begins or queues a job, and cancels the one that the person had for the plan. Undefined where too many wait. */
  start(place: JobPlace, version: number, task: ProposalTask): ProposalStatus | undefined {
    this.#forgetOld();
    for (const job of this.#jobs.values()) {
      const isSame = job.planId === place.planId && job.communityId === place.communityId;
      if (isSame && job.userId === place.userId && job.status === "running") this.#cancel(job);
    }
    const waiting = [...this.#jobs.values()].filter((job) => job.task !== undefined);
    if (waiting.length >= MOST_WAITING) return undefined;
    const job: Job = {
      ...place,
      ...{ id: uuidv7(), version, task, status: "running", progress: 0, alternatives: [] },
      ...{ running: undefined, endedAt: undefined },
    };
    this.#jobs.set(job.id, job);
    this.#beginNext();
    return statusOf(job);
  }

  /** Undefined for a job of another community or plan, and for one that is not known here. */
  find(place: Omit<JobPlace, "userId">, id: string): ProposalStatus | undefined {
    this.#forgetOld();
    const job = this.#jobs.get(id);
    return job && isAt(job, place) ? statusOf(job) : undefined;
  }

  /** Keeps the best so far. Whether there is such a job. */
  cancel(place: Omit<JobPlace, "userId">, id: string): boolean {
    const job = this.#jobs.get(id);
    if (!job || !isAt(job, place)) return false;
    if (job.status === "running") this.#cancel(job);
    return true;
  }

  #cancel(job: Job): void {
    if (job.running) {
      // It says itself that it was cancelled, with what it has, in a moment.
      job.running.stop();
      return;
    }
    job.task = undefined;
    this.#end(job, "cancelled");
  }

  #beginNext(): void {
    const jobs = [...this.#jobs.values()];
    let free = MOST_RUNNING - jobs.filter(({ running }) => running !== undefined).length;
    for (const job of jobs) {
      if (!job.task || free-- <= 0) continue;
      void this.#run(job, job.task);
    }
  }

  async #run(job: Job, task: ProposalTask): Promise<void> {
    job.task = undefined;
    let isStopped = false;
    const running = runProposal(task, ({ progress, finished }) => {
      job.progress = Math.max(job.progress, progress);
      if (finished) job.alternatives = finished;
    });
    job.running = { ...running, stop: () => (running.stop(), (isStopped = true)) };
    const isWhole = await running.ended;
    job.running = undefined;
    this.#end(job, isStopped ? "cancelled" : isWhole ? "done" : "failed");
    this.#beginNext();
  }

  #end(job: Job, status: "done" | "cancelled" | "failed"): void {
    job.status = status;
    job.endedAt = Date.now();
    if (status === "done") job.progress = 1;
  }

  /** What ended long ago, and the oldest of what is too much. */
  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(({ endedAt }) => endedAt !== undefined);
    ended.forEach(({ id, endedAt }, index) => {
      const isTooMany = ended.length - index > MOST_KEPT;
      if (isTooMany || Date.now() - endedAt! > KEPT_MS) this.#jobs.delete(id);
    });
  }
}

function isAt(job: Job, { communityId, planId }: Omit<JobPlace, "userId">): boolean {
  return job.communityId === communityId && job.planId === planId;
}

function statusOf({ id, status, progress, version, alternatives }: Job): ProposalStatus {
  const measures: ProposalMeasures | null = alternatives[0]?.measures ?? null;
  const shown = status === "running" ? [] : alternatives;
  return { id, status, progress, measures, version, alternatives: shown };
}
