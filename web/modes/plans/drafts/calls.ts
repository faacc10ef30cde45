import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import type { ChosenColumns } from "#data/model/planning/sources/table.ts";
import { api } from "#web/api.ts";

const plans = api.communities[":slug"].plans;

/** What a draft is made of besides what is in the product already. */
export const FILE_SOURCES = ["outlines", "table"] as const;
export type FileSource = (typeof FILE_SOURCES)[number];

/** All of these throw ApiProblem. */
export async function createFromFile(
  slug: string,
  source: FileSource,
  form: { id: string; file: File; name: string; note: string },
  columns: ChosenColumns = {},
): Promise<CreatedPlan> {
  const param = { slug };
  if (source === "outlines") return (await plans["from-outlines"].$post({ param, form })).json();
  const named = Object.fromEntries(
    Object.entries(columns).map(([column, title]) => [`${column}Column`, title]),
  );
  return (await plans["from-table"].$post({ param, form: { ...form, ...named } })).json();
}

export async function deletePlan(slug: string, id: string): Promise<void> {
  await plans[":id"].$delete({ param: { slug, id } });
}

/** Of a plan that waits for its day: it is a draft again. */
export async function withdrawPlan(slug: string, id: string): Promise<PlanSummary> {
  return (await plans[":id"].withdraw.$post({ param: { slug, id } })).json();
}
