import type { PlanStatus } from "../plans.ts";

interface DatedPlan {
  status: PlanStatus;
  /** ISO dates; both ends count. */
  effectiveFrom: string | null;
  effectiveUntil: string | null;
}

/** The plan that is, was or will be in force on a day; of two that begin on it the one that stayed. */
export function planOnDay<Plan extends DatedPlan>(
  plans: readonly Plan[],
  day: string,
): Plan | undefined {
  const begun = plansByDay(plans).filter(({ effectiveFrom }) => effectiveFrom! <= day);
  const plan = begun.at(-1);
  return plan && (plan.effectiveUntil === null || day <= plan.effectiveUntil) ? plan : undefined;
}

/** Those with a day, the earliest first. */
export function plansByDay<Plan extends DatedPlan>(plans: readonly Plan[]): Plan[] {
  const rank = ({ status }: Plan) => (status === "superseded" ? 0 : status === "in-force" ? 1 : 2);
  return plans
    .filter(({ status, effectiveFrom }) => status !== "draft" && effectiveFrom !== null)
    .toSorted((a, b) => compareDays(a.effectiveFrom!, b.effectiveFrom!) || rank(a) - rank(b));
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
