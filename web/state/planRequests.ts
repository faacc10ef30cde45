import type {
  CreatedPlan,
  NewPlan,
  PlanChangeRequest,
  PlanVersion,
} from "#data/model/answers/planEdits.ts";
import type { LoadWeights } from "#data/model/answers/planningGround.ts";
import type { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import type { PlanningGround } from "#data/model/planning/ground.ts";
import { api } from "#web/api.ts";

/** What a community has set for its grids, in households and weights. */
export interface PlanSettings {
  gridHouseholds: [least: number, most: number];
  microGridHouseholds: [least: number, most: number];
  loadWeights: LoadWeights;
}

type GroundAnswer = PlanningGround & { settings: PlanSettings; today: string };

const plans = api.communities[":slug"].plans;

/** All of these throw ApiProblem. */
export async function readPlans(slug: string): Promise<PlanSummary[]> {
  return (await plans.$get({ param: { slug } })).json();
}

export async function readPlan(slug: string, id: string): Promise<PlanDetail> {
  return (await plans[":id"].$get({ param: { slug, id } })).json();
}

export async function createPlan(slug: string, json: NewPlan): Promise<CreatedPlan> {
  return (await plans.$post({ param: { slug }, json })).json();
}

export async function saveChange(
  slug: string,
  id: string,
  json: PlanChangeRequest,
): Promise<PlanVersion> {
  return (await plans[":id"].changes.$post({ param: { slug, id }, json })).json();
}

export interface ReadGround {
  ground: PlanningGround;
  settings: PlanSettings;
  today: string;
  /** Another one means that something on the ground is. */
  tag: string | null;
}

export async function readGround(slug: string): Promise<ReadGround> {
  const response = await api.communities[":slug"]["planning-ground"].$get({ param: { slug } });
  // Answered from bytes that are kept, so its type is not known to the client.
  const answer = (await response.json()) as GroundAnswer;
  const { settings, today, ...ground } = answer;
  return { ground, settings, today, tag: response.headers.get("ETag") };
}

export async function saveLoadWeights(slug: string, json: LoadWeights): Promise<void> {
  await api.communities[":slug"]["load-weights"].$put({ param: { slug }, json });
}
