import type { PlanDetail } from "#data/model/answers/plans.ts";
import { loadOf } from "#data/model/load.ts";
import { type PlanningUnit, planningUnits } from "#data/model/planning/ground.ts";
import { postPlace } from "#data/model/planning/state.ts";
import type { Ctx } from "../context.ts";
import { type OpenPlans, openPlan, openPlans } from "./openPlans.ts";
import { lastDayOf } from "./list.ts";
import type { StoredPlan } from "./readState.ts";
import { summaryOfRow } from "./summary.ts";

/** One whole plan: every unit of the ground with its micro-grid. @throws Problem no-such-thing */
export async function getPlan(ctx: Ctx, slug: string, id: string): Promise<PlanDetail> {
  const open = await openPlans(ctx, slug, "look");
  const plan = await openPlan(ctx, open, id);
  return detailOf(open, plan, await lastDayOf(ctx, open, plan.row));
}

function detailOf(open: OpenPlans, plan: StoredPlan, effectiveUntil: string | null): PlanDetail {
  const { state, doubled, row } = plan;
  const { loadWeights } = open.resident.bundle.community.settings;
  const loads = planningUnits(open.ground, state.broken).map((unit) => ({
    unit,
    microGridId: microGridOf(plan, unit.id),
    load: loadOf(unit, loadWeights),
  }));
  const units = loads.map(({ unit, microGridId, load }) => ({
    id: unit.id,
    buildingId: unit.buildingId,
    entranceId: unit.entranceId,
    microGridId,
    load: seesLoad(open, unit) ? load : null,
  }));
  return {
    ...summaryOfRow(row),
    effectiveUntil,
    grids: Array.from(state.grids, ([id, facts]) => ({ id, ...facts })),
    microGrids: Array.from(state.microGrids, ([id, facts]) => ({ id, ...facts })),
    units,
    posts: Array.from(state.posts, ([key, personIds]) => [postPlace(key), [...personIds]]),
    totals: {
      units: units.length,
      uncovered: units.filter(({ microGridId }) => microGridId === null).length,
      doubled: doubled.length,
      load: loads.reduce((sum, { load }) => sum + load, 0),
      grids: state.grids.size,
      microGrids: state.microGrids.size,
    },
  };
}

/** A row may name a micro-grid only of its own plan, which the tables see to. */
function microGridOf({ state }: StoredPlan, unitId: string): string | null {
  return state.units.get(unitId) ?? null;
}

/** A single unit's load would tell who lives there: whoever plans weighs it, others see their own. */
function seesLoad({ mayPlan, sight }: OpenPlans, { id, buildingId }: PlanningUnit): boolean {
  return mayPlan || sight.seesSensitive(id) || sight.seesSensitive(buildingId);
}
