import type { PlanComparison } from "#data/model/planning/comparison.ts";
import { countBuildings } from "#data/model/planning/ground.ts";
import type { PlanStatus } from "#data/model/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { buildingsText } from "./numbers.ts";

export const PLAN_STATUS_WORDS = {
  draft: m.compare_status_draft,
  scheduled: m.compare_status_scheduled,
  "in-force": m.compare_status_in_force,
  superseded: m.compare_status_superseded,
} satisfies Record<PlanStatus, () => string>;

/** 12 栋换了微网格，其中 8 栋换了网格；9 栋换了网格员 */
export function comparedText({ moves }: PlanComparison): string {
  if (moves.length === 0) return m.compare_same();
  const count = (of: "changesMicroGrid" | "changesGrid" | "changesWorker") =>
    buildingsText(countBuildings(moves.flatMap((move) => (move[of] ? [move.unit] : []))));
  return m.compare_summary({
    microGrids: count("changesMicroGrid"),
    grids: count("changesGrid"),
    workers: count("changesWorker"),
  });
}
