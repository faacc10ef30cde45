import type { PlanPerson } from "#data/model/answers/planPeople.ts";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { comparePlans, type PlanComparison } from "#data/model/planning/comparison.ts";
import { loadOf } from "#data/model/load.ts";
import { holdersOf, withPostsToCome } from "#data/model/planning/posts.ts";
import type { Staffed } from "#data/model/planning/staying.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { PlanDesk } from "#web/state/planDesk.svelte.ts";
import { readPlans } from "#web/state/planRequests.ts";
import { readPlanPeople } from "../planPeople.ts";

/** The plan that is open beside another: that one is before, this one after. */
export class ComparedPlan {
  #plans: PlanSummary[] | undefined = $state.raw();
  #people: PlanPerson[] = $state.raw([]);
  #problem: unknown = $state.raw();
  #otherId: string | undefined = $state.raw();

  /** Every other plan, the one in force first. */
  readonly others: PlanSummary[] | undefined = $derived.by(() =>
    this.#plans?.filter(({ id }) => id !== this.draft.id).toSorted((a, b) => rankOf(a) - rankOf(b)),
  );
  readonly otherId: string | undefined = $derived(this.#otherId ?? this.others?.[0]?.id);
  readonly problem: unknown = $derived(this.#problem);
  /** Lays the other plan on its own geometry. */
  readonly desk = new PlanDesk();
  readonly persons: ReadonlyMap<string, string> = $derived(
    new Map(this.#people.map(({ id, name }) => [id, name])),
  );
  /** Who answered under a former plan is not known any more. */
  readonly knowsWorkers: boolean = $derived.by(() =>
    [this.draft, this.desk.draft].every((plan) => plan?.detail.status !== "superseded"),
  );
  readonly comparison: PlanComparison | undefined = $derived.by(() => {
    const other = this.desk.draft;
    if (!other) return undefined;
    const { ground, weights } = this.draft;
    return comparePlans(this.#staffed(other), this.#staffed(this.draft), ground, (unit) =>
      loadOf(unit, weights),
    );
  });

  constructor(readonly draft: PlanDraft) {}

  async read(): Promise<void> {
    try {
      const { slug, detail } = this.draft;
      [this.#plans, this.#people] = await Promise.all([
        readPlans(slug),
        readPlanPeople(slug, detail),
      ]);
      this.#problem = undefined;
    } catch (problem) {
      this.#problem = problem;
    }
  }

  choose(otherId: string): void {
    this.#otherId = otherId;
  }

  #staffed({ state, detail }: PlanDraft): Staffed {
    const people = this.knowsWorkers ? this.#people : [];
    const toCome = withPostsToCome(state, detail.status);
    return { state, holders: this.knowsWorkers ? holdersOf(toCome, people) : new Map() };
  }
}

const RANKS = ["in-force", "scheduled", "draft", "superseded"] as const;

function rankOf({ status }: PlanSummary): number {
  return RANKS.indexOf(status);
}
