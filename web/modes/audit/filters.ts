import type { Thing } from "#web/state/view.ts";
import type { AuditQuery } from "./auditList.svelte.ts";
import { firstDayOf } from "./days.ts";

export const TIMES = ["all", "today", "week", "month"] as const;
const DAYS = { today: 1, week: 7, month: 30 };

export interface Filters {
  /** The account, or empty for everybody. */
  person: string;
  /** What comes before the dot of an action, or empty for everything. */
  kind: string;
  time: (typeof TIMES)[number];
  /** Only what was done to the thing that is selected on the map, or to something in it. */
  isHereOnly: boolean;
}

export const NO_FILTERS: Filters = { person: "", kind: "", time: "all", isHereOnly: false };

export function queryOf(filters: Filters, selected: Thing | null): AuditQuery {
  const { person, kind, time, isHereOnly } = filters;
  return {
    ...(person && { person }),
    ...(kind && { action: kind }),
    ...(time !== "all" && { from: firstDayOf(DAYS[time]) }),
    ...(isHereOnly && selected && { place: `${selected.type}:${selected.id}` }),
  };
}
