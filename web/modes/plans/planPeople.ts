import type { Capacity, PlanPerson } from "#data/model/answers/planPeople.ts";
import type { PlanDetail } from "#data/model/answers/plans.ts";
import { api } from "#web/api.ts";

const community = api.communities[":slug"];

type Planned = Pick<PlanDetail, "status" | "effectiveFrom">;

/** As they will be on the day of a plan that has one, else as they are today. Both throw ApiProblem. */
export async function readPlanPeople(
  slug: string,
  { status, effectiveFrom }: Planned,
): Promise<PlanPerson[]> {
  const query = status === "scheduled" && effectiveFrom !== null ? { on: effectiveFrom } : {};
  return (await community["plan-people"].$get({ param: { slug }, query })).json();
}

export async function saveCapacity(slug: string, id: string, json: Capacity): Promise<Capacity> {
  return (await community.capacities[":id"].$put({ param: { slug, id }, json })).json();
}
