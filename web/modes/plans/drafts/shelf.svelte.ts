import type { PlanSummary } from "#data/model/answers/plans.ts";
import { readPlans } from "#web/state/planRequests.ts";
import { deletePlan, withdrawPlan } from "./calls.ts";
import { keepNotes } from "./keptNotes.ts";

/** All plans of a community, by what they are. */
export class PlanShelf {
  #plans: PlanSummary[] | undefined = $state.raw();
  #problem: unknown = $state.raw();

  /** Newest first; undefined until they are read. */
  readonly plans: PlanSummary[] | undefined = $derived(this.#plans);
  readonly problem: unknown = $derived(this.#problem);
  readonly inForce: PlanSummary | undefined = $derived(this.#with("in-force")[0]);
  /** The next day first. */
  readonly scheduled: PlanSummary[] = $derived(
    this.#with("scheduled").toSorted((a, b) =>
      (a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? -1 : 1,
    ),
  );
  /** The one last worked on first. */
  readonly drafts: PlanSummary[] = $derived(
    this.#with("draft").toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : 1)),
  );
  readonly former: PlanSummary[] = $derived(
    this.#with("superseded").toSorted((a, b) =>
      (a.effectiveFrom ?? "") > (b.effectiveFrom ?? "") ? -1 : 1,
    ),
  );

  constructor(readonly slug: string) {}

  async read(): Promise<void> {
    try {
      this.#plans = await readPlans(this.slug);
      this.#problem = undefined;
    } catch (problem) {
      this.#problem = problem;
    }
  }

  /** @throws ApiProblem */
  async remove(id: string): Promise<void> {
    await deletePlan(this.slug, id);
    keepNotes(id, []);
    this.#plans = this.#plans?.filter((plan) => plan.id !== id);
  }

  /** @throws ApiProblem */
  async takeBack(id: string): Promise<void> {
    await withdrawPlan(this.slug, id);
    await this.read();
  }

  #with(status: PlanSummary["status"]): PlanSummary[] {
    return this.#plans?.filter((plan) => plan.status === status) ?? [];
  }
}
