import type { PlanSummary } from "#data/model/answers/plans.ts";
import type { PlanRow } from "./readState.ts";

/** What a plan's own row says of it. */
export function summaryOfRow(row: PlanRow): Omit<PlanSummary, "counts" | "effectiveUntil"> {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    status: row.status,
    version: row.version,
    effectiveFrom: row.effectiveFrom,
    author: row.authorName,
    savedBy: row.savedByName,
    savedAt: row.savedAt.toISOString(),
    publishedBy: row.publishedByName,
    publishedReason: row.publishedReason,
  };
}
