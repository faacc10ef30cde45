import type { Capacity, PlanPerson } from "#data/model/answers/planPeople.ts";
import { api } from "#web/api.ts";

const community = api.communities[":slug"];

/** Both throw ApiProblem. */
export async function readPlanPeople(slug: string): Promise<PlanPerson[]> {
  return (await community["plan-people"].$get({ param: { slug } })).json();
}

export async function saveCapacity(slug: string, id: string, json: Capacity): Promise<Capacity> {
  return (await community.capacities[":id"].$put({ param: { slug, id }, json })).json();
}
