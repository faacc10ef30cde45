import type { HandOver, PlanPublication } from "#data/model/answers/handOvers.ts";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { api } from "#web/api.ts";

const plan = api.communities[":slug"].plans[":id"];

/** @param on ISO date on which the plan would take effect. Both throw ApiProblem. */
export async function readHandOver(slug: string, id: string, on: string): Promise<HandOver> {
  return (await plan.handover.$get({ param: { slug, id }, query: { on } })).json();
}

export async function publishPlan(
  slug: string,
  id: string,
  json: PlanPublication,
): Promise<PlanSummary> {
  return (await plan.publish.$post({ param: { slug, id }, json })).json();
}
