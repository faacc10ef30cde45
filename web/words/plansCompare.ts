import type { PlanComparison } from "#data/model/planning/comparison.ts";
import type { PlanStatus } from "#data/model/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { unitsText } from "./drafts.ts";

export const PLAN_STATUS_WORDS = {
  draft: m.compare_status_draft,
  scheduled: m.compare_status_scheduled,
  "in-force": m.compare_status_in_force,
  superseded: m.compare_status_superseded,
} satisfies Record<PlanStatus, () => string>;

/** 12 处换了微网格，其中 8 处换了网格；9 处换了网格员 */
export function comparedText({ moves }: PlanComparison): string {
  if (moves.length === 0) return m.compare_same();
  const count = (of: "changesMicroGrid" | "changesGrid" | "changesWorker") =>
    unitsText(moves.filter((move) => move[of]).length);
  return m.compare_summary({
    microGrids: count("changesMicroGrid"),
    grids: count("changesGrid"),
    workers: count("changesWorker"),
  });
}
