import type { LoadWeights } from "#data/model/answers/planningGround.ts";
import type { PlanDetail } from "#data/model/answers/plans.ts";
import { isEmptyChange, type PlanChange } from "#data/model/planning/change.ts";
import { copyOf } from "#data/model/planning/copy.ts";
import { stateFromDetail } from "#data/model/planning/detail.ts";
import { differenceOf } from "#data/model/planning/difference.ts";
import { fittingPart } from "#data/model/planning/fitting.ts";
import {
  type PlanningGround,
  type PlanningUnit,
  planningUnits,
} from "#data/model/planning/ground.ts";
import {
  historyOf,
  type PlanHistory,
  step,
  stepBack,
  stepForward,
} from "#data/model/planning/history.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";
import { findUnsaved } from "./planMirror.ts";
import {
  createPlan,
  type PlanSettings,
  type ReadGround,
  readGround,
  readPlan,
  saveLoadWeights,
} from "./planRequests.ts";
import { PlanSaving } from "./planSaving.svelte.ts";

/** Somebody saved meanwhile: both divisions, and what makes mine of theirs. */
export interface PlanConflict {
  theirs: PlanDetail;
  theirState: PlanState;
  difference: PlanChange;
}

/** A plan that is open: what it says, undo and redo without limit, and saving by itself. */
export class PlanDraft {
  #detail: PlanDetail = $state.raw()!;
  #ground: PlanningGround = $state.raw()!;
  #settings: PlanSettings = $state.raw()!;
  #history: PlanHistory = $state.raw(historyOf(EMPTY_STATE));
  #tried: LoadWeights | undefined = $state.raw();
  #conflict: PlanConflict | undefined = $state.raw();
  #isDeciding = $state.raw(false);
  /** What became a draft of its own: asked for again after a lost answer, it is the same one. */
  #copied: { state: PlanState; id: string } | undefined;
  #groundTag: string | null;

  /** Who made it, its dates and its status, as it was read; `name` and `note` follow what is typed. */
  readonly detail: PlanDetail = $derived(this.#detail);
  readonly ground: PlanningGround = $derived(this.#ground);
  readonly settings: PlanSettings = $derived(this.#settings);
  readonly state: PlanState = $derived(this.#history.state);
  readonly broken: ReadonlySet<string> = $derived(this.#history.state.broken);
  readonly units: PlanningUnit[] = $derived(planningUnits(this.#ground, this.broken));
  readonly canUndo: boolean = $derived(this.#history.past.length > 0);
  readonly canRedo: boolean = $derived(this.#history.future.length > 0);
  /** Only drafts are painted; a plan that is or was in force is only looked at. */
  readonly isEditable: boolean = $derived(this.#detail.status === "draft");
  /** The community's, or those that are being tried. */
  readonly weights: LoadWeights = $derived(this.#tried ?? this.#settings.loadWeights);
  readonly areWeightsTried: boolean = $derived(this.#tried !== undefined);
  readonly conflict: PlanConflict | undefined = $derived(this.#conflict);
  /** Whether the person is being asked about the conflict now. */
  readonly isDeciding: boolean = $derived(this.#isDeciding && this.#conflict !== undefined);
  readonly saving: PlanSaving;

  private constructor(
    readonly slug: string,
    detail: PlanDetail,
    { ground, settings, tag }: ReadGround,
  ) {
    this.#groundTag = tag;
    this.#detail = detail;
    this.#ground = ground;
    this.#settings = settings;
    this.#history = historyOf(stateFromDetail(detail));
    this.saving = new PlanSaving(slug, detail.id, detail.version, () => void this.#meet());
    this.#takeUpUnsaved();
  }

  /** @throws ApiProblem no-such-thing, no-connection */
  static async open(slug: string, id: string): Promise<PlanDraft> {
    const [detail, ground] = await Promise.all([readPlan(slug, id), readGround(slug)]);
    return new PlanDraft(slug, detail, ground);
  }

  get id(): string {
    return this.#detail.id;
  }

  /** The version on the server that all saved changes are in. */
  get version(): number {
    return this.saving.version;
  }

  /** One step to be taken back: what a person did in one go. */
  apply(change: PlanChange): void {
    if (!this.isEditable || isEmptyChange(change)) return;
    this.#history = step(this.#history, change);
    this.saving.note(change);
  }

  undo(): void {
    this.#go(stepBack(this.#history));
  }

  redo(): void {
    this.#go(stepForward(this.#history));
  }

  rename(name: string, note = this.#detail.note): void {
    this.#detail = { ...this.#detail, name, note };
    this.saving.note({}, { name, note });
  }

  /** Shows loads by other weights without anybody else seeing it. */
  tryWeights(weights: LoadWeights | undefined): void {
    this.#tried = weights;
  }

  /** For the whole community. @throws ApiProblem */
  async keepWeights(): Promise<void> {
    const weights = this.#tried;
    if (!weights) return;
    await saveLoadWeights(this.slug, weights);
    this.#settings = { ...this.#settings, loadWeights: weights };
    this.#tried = undefined;
  }

  /** Where buildings, compounds or what lives in them changed. @throws ApiProblem */
  async refreshGround(): Promise<void> {
    const { ground, settings, tag } = await readGround(this.slug);
    if (tag !== null && tag === this.#groundTag) return;
    this.#groundTag = tag;
    this.#ground = ground;
    this.#settings = settings;
  }

  decide(): void {
    this.#isDeciding = true;
  }

  /** Nothing is lost: what was painted stays in this browser, unsaved. */
  decideLater(): void {
    this.#isDeciding = false;
  }

  /** What I painted, over what they saved. */
  keepMine(): void {
    if (!this.#conflict) return;
    const { theirs, theirState } = this.#conflict;
    this.#settle();
    this.saving.rebase(theirs.version, differenceOf(theirState, this.state));
  }

  /** As one step: undo brings mine back. */
  takeTheirs(): void {
    if (!this.#conflict) return;
    const { theirs, theirState } = this.#conflict;
    this.#settle();
    this.#history = step(this.#history, differenceOf(this.state, theirState));
    this.#detail = { ...this.#detail, name: theirs.name, note: theirs.note };
    this.saving.rebase(theirs.version, {});
  }

  /** Mine becomes a draft of its own, this one is theirs. @returns the new draft's id @throws ApiProblem */
  async keepBoth(name: string): Promise<string> {
    const { state } = this;
    if (this.#copied?.state !== state) this.#copied = { state, id: crypto.randomUUID() };
    const mine = copyOf(state, () => crypto.randomUUID());
    const change = differenceOf(EMPTY_STATE, mine);
    const { id } = await createPlan(this.slug, {
      ...{ id: this.#copied.id, name },
      from: "empty",
      change,
    });
    this.takeTheirs();
    return id;
  }

  #go(gone: ReturnType<typeof stepBack>): void {
    if (!gone || !this.isEditable) return;
    this.#history = gone.history;
    this.saving.note(gone.change);
  }

  #settle(): void {
    this.#conflict = undefined;
    this.#isDeciding = false;
  }

  /** Painted here before the page was closed: done again, to be taken back like anything else. */
  #takeUpUnsaved(): void {
    const unsaved = this.isEditable ? findUnsaved(this.id) : undefined;
    if (!unsaved) return;
    const change = fittingPart(this.state, unsaved.change);
    const before = this.state;
    this.#history = step(this.#history, change);
    const difference = differenceOf(before, this.state);
    if (unsaved.version === this.#detail.version || isEmptyChange(difference)) {
      this.saving.rebase(this.#detail.version, difference);
    } else {
      this.saving.note(change);
      this.saving.hold();
      this.#conflict = { theirs: this.#detail, theirState: before, difference };
      this.#isDeciding = true;
    }
  }

  async #meet(): Promise<void> {
    try {
      const theirs = await readPlan(this.slug, this.id);
      const theirState = stateFromDetail(theirs);
      const difference = differenceOf(theirState, this.state);
      this.#conflict = { theirs, theirState, difference };
      // The answer to an earlier save was lost on its way: theirs is mine.
      if (isEmptyChange(difference)) this.keepMine();
      else this.#isDeciding = true;
    } catch {
      // Asked again with the next save, which is refused the same way.
      this.saving.rebase(this.version, this.saving.unsaved);
    }
  }
}
