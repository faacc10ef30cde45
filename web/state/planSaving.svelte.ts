import type { PlanChangeRequest } from "#data/model/answers/planEdits.ts";
import { isEmptyChange, joinChanges, type PlanChange } from "#data/model/planning/change.ts";
import { type ApiProblem } from "#web/api.ts";
import { afterFrame } from "./afterFrame.ts";
import { keepUnsaved } from "./planMirror.ts";
import { saveChange } from "./planRequests.ts";

/**
 * `unsaved` waits a moment for more; `offline` tries again by itself; `conflict` waits for the person;
 * `refused` stays until something else is changed.
 */
export type SavingStatus = "saved" | "saving" | "unsaved" | "offline" | "conflict" | "refused";

/** A stroke is often followed by the next. */
const WAIT_MS = 600;
const LONGEST_RETRY_MS = 30_000;

interface Labels {
  name?: string;
  note?: string;
}

/** Saves a draft by itself: changes are joined, one request at a time, and none is lost with the network. */
export class PlanSaving {
  #status: SavingStatus = $state.raw("saved");
  #problem: ApiProblem | undefined = $state.raw();
  #version: number = $state.raw(0);
  readonly status: SavingStatus = $derived(this.#status);
  readonly problem: ApiProblem | undefined = $derived(this.#problem);
  /** Of the plan as the server has it, as far as is known. */
  readonly version: number = $derived(this.#version);

  #waiting: PlanChange[] = [];
  #labels: Labels = {};
  #sent: PlanChange | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #tries = 0;
  #isMirrorDue = false;

  /** @param onstale somebody saved meanwhile; called with the saving in `conflict` */
  constructor(
    private readonly slug: string,
    private readonly planId: string,
    version: number,
    private readonly onstale: () => void,
  ) {
    this.#version = version;
  }

  /** What the server does not have for certain. */
  get unsaved(): PlanChange {
    return joinChanges([...(this.#sent ? [this.#sent] : []), ...this.#waiting]);
  }

  note(change: PlanChange, labels: Labels = {}): void {
    this.#waiting.push(change);
    this.#labels = { ...this.#labels, ...labels };
    this.#mirrorSoon();
    if (this.#status === "conflict") return;
    if (this.#status !== "saving") this.#status = "unsaved";
    this.#schedule(WAIT_MS);
  }

  /** Saves what there is at once. @returns whether all is saved */
  async flush(): Promise<boolean> {
    while (this.#running || (this.#hasWork && this.#status !== "conflict")) {
      await (this.#running ?? this.#run());
      if (this.#status === "offline" || this.#status === "refused") return false;
    }
    return this.#status === "saved";
  }

  /** Goes on from another version, with only this still to be saved. */
  rebase(version: number, change: PlanChange): void {
    this.#version = version;
    this.#sent = undefined;
    this.#waiting = isEmptyChange(change) ? [] : [change];
    this.#status = this.#hasWork ? "unsaved" : "saved";
    this.#mirror();
    if (this.#hasWork) this.#schedule(0);
  }

  /** Waits for the person to decide. */
  hold(): void {
    clearTimeout(this.#timer);
    this.#status = "conflict";
  }

  /** @returns its own undo */
  followConnection(): () => void {
    const again = () => {
      if (this.#status === "offline") this.#schedule(0);
    };
    const keep = () => this.#mirror();
    addEventListener("online", again);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("online", again);
      removeEventListener("pagehide", keep);
      clearTimeout(this.#timer);
      void this.flush();
    };
  }

  get #hasWork(): boolean {
    return this.#sent !== undefined || this.#waiting.length > 0;
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }

  /** Not in the frame that shows what was painted. */
  #mirrorSoon(): void {
    if (this.#isMirrorDue) return;
    this.#isMirrorDue = true;
    afterFrame(() => {
      if (this.#isMirrorDue) this.#mirror();
    });
  }

  #mirror(): void {
    this.#isMirrorDue = false;
    const hasWork = this.#hasWork;
    keepUnsaved(
      this.planId,
      hasWork ? { version: this.#version, change: this.unsaved } : undefined,
    );
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    return (this.#running ??= this.#send().finally(() => (this.#running = undefined)));
  }

  async #send(): Promise<void> {
    if (!this.#hasWork || this.#status === "conflict") return;
    const labels = this.#labels;
    const change = this.unsaved;
    this.#sent = change;
    this.#waiting = [];
    this.#labels = {};
    this.#status = "saving";
    this.#problem = undefined;
    const request: PlanChangeRequest = { version: this.#version, ...labels, ...change };
    try {
      const { version } = await saveChange(this.slug, this.planId, request);
      this.#sent = undefined;
      this.#version = version;
      this.#tries = 0;
      this.#status = this.#hasWork ? "unsaved" : "saved";
      if (this.#hasWork) this.#schedule(0);
    } catch (problem) {
      this.#labels = { ...labels, ...this.#labels };
      this.#stumble(problem as ApiProblem);
    }
    this.#mirror();
  }

  #stumble(problem: ApiProblem): void {
    this.#problem = problem;
    if (problem.kind === "stale-version") {
      this.hold();
      this.onstale();
    } else if (problem.status === 0 || problem.status >= 500 || problem.status === 429) {
      this.#status = "offline";
      this.#schedule(Math.min(LONGEST_RETRY_MS, 1000 * 2 ** this.#tries++));
    } else {
      this.#status = "refused";
    }
  }
}
