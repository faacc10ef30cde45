import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { plans } from "#data/schema/index.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { type OpenPlans, openPlans } from "./openPlans.ts";
import type { PlanRow } from "./readState.ts";
import { summaryOfRow } from "./summary.ts";

/** All plans of a community, newest first; drafts only for those who may plan. */
export async function listPlans(ctx: Ctx, slug: string): Promise<PlanSummary[]> {
  const open = await openPlans(ctx, slug, "look");
  return look(ctx, (ctx) => readSummaries(ctx, open));
}

async function readSummaries(ctx: Tx, open: OpenPlans): Promise<PlanSummary[]> {
  const { communityId, mayPlan } = open;
  const rows = await ctx.db
    .select()
    .from(plans)
    .where(and(eq(plans.communityId, communityId), mayPlan ? undefined : ne(plans.status, "draft")))
    .orderBy(desc(plans.createdAt), desc(plans.id));
  const counts = await readCounts(ctx, open);
  return rows.map((row) => ({
    ...summaryOfRow(row),
    effectiveUntil: lastDayAmong(rows, row),
    counts: counts.get(row.id) ?? { grids: 0, microGrids: 0, buildings: 0, units: 0, uncovered: 0 },
  }));
}

/** A plan's own summary, as the list has it. */
export async function readSummary(ctx: Tx, open: OpenPlans, id: string): Promise<PlanSummary> {
  const summaries = await readSummaries(ctx, open);
  const summary = summaries.find((candidate) => candidate.id === id);
  if (!summary) throw new Error(`no plan ${id}`);
  return summary;
}

export function lastDayOf(ctx: Ctx, open: OpenPlans, row: PlanRow): Promise<string | null> {
  return look(ctx, async ({ db }) => {
    const isPublished = and(
      eq(plans.communityId, open.communityId),
      inArray(plans.status, ["in-force", "superseded"]),
    );
    return lastDayAmong(await db.select().from(plans).where(isPublished), row);
  });
}

/** The day before the next plan's first; a plan that lasted no whole day ended on the day it began. */
function lastDayAmong(rows: readonly PlanRow[], row: PlanRow): string | null {
  if (row.status !== "superseded") return null;
  const [next] = rows
    .filter(({ status }) => status === "superseded" || status === "in-force")
    .filter((other) => isLater(other, row))
    .sort((a, b) => (isLater(a, b) ? 1 : -1));
  if (!next?.effectiveFrom) return null;
  const dayBefore = Temporal.PlainDate.from(next.effectiveFrom).subtract({ days: 1 }).toString();
  return row.effectiveFrom && dayBefore < row.effectiveFrom ? row.effectiveFrom : dayBefore;
}

/** Of two that took effect on one day the one in force is later, then the one published later. */
function isLater(a: PlanRow, b: PlanRow): boolean {
  return orderOf(a) > orderOf(b);
}

function orderOf({ effectiveFrom, status, publishedAt, id }: PlanRow): string {
  const published = publishedAt?.toISOString() ?? "";
  return [effectiveFrom ?? "", status === "in-force" ? 1 : 0, published, id].join(" ");
}

interface CountRow {
  planId: string;
  grids: number;
  microGrids: number;
  buildings: number;
  units: number;
  uncovered: number;
}

/** Counted by the database: a list is not worth reading every row of every plan. */
async function readCounts(
  { db }: Tx,
  { communityId }: OpenPlans,
): Promise<Map<string, PlanSummary["counts"]>> {
  const { rows } = (await db.execute(sql`
    WITH named AS (
      SELECT plan_id, plan_units.building_id, bool_or(entrance_id IS NOT NULL) AS is_broken,
        bool_or(entrance_id IS NULL AND micro_grid_id IS NOT NULL) AS is_whole,
        count(entrances.id) FILTER (WHERE micro_grid_id IS NOT NULL) AS parts
      FROM plan_units
        JOIN buildings ON buildings.community_id = plan_units.community_id
          AND buildings.id = plan_units.building_id
        LEFT JOIN entrances ON entrances.community_id = plan_units.community_id
          AND entrances.id = plan_units.entrance_id
      WHERE plan_units.community_id = ${communityId} GROUP BY 1, 2
    ), of_building AS (
      SELECT building_id, count(*) AS entrances
      FROM entrances WHERE community_id = ${communityId} GROUP BY 1
    ), of_plan AS (
      SELECT plan_id, sum(CASE WHEN is_broken THEN coalesce(entrances, 1) - 1 ELSE 0 END) AS more,
        sum(CASE WHEN NOT is_whole THEN parts WHEN is_broken THEN coalesce(entrances, 0) ELSE 1 END) AS covered
      FROM named LEFT JOIN of_building USING (building_id) GROUP BY 1
    )
    SELECT id AS "planId",
      (SELECT count(*) FROM grids
        WHERE community_id = ${communityId} AND plan_id = plans.id)::int AS grids,
      (SELECT count(*) FROM micro_grids
        WHERE community_id = ${communityId} AND plan_id = plans.id)::int AS "microGrids",
      all_buildings::int AS buildings,
      (all_buildings + coalesce(more, 0))::int AS units,
      (all_buildings + coalesce(more, 0) - coalesce(covered, 0))::int AS uncovered
    FROM plans LEFT JOIN of_plan ON plan_id = id,
      (SELECT count(*) AS all_buildings FROM buildings WHERE community_id = ${communityId}) AS counted
    WHERE community_id = ${communityId}`)) as unknown as { rows: CountRow[] };
  return new Map(rows.map(({ planId, ...counts }) => [planId, counts]));
}
