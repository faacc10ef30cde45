import { clockOf } from "./clock.ts";
import type { HazardStatus } from "./kinds.ts";

/** What of a hazard decides in which list it stands. */
export interface ListedHazard {
  status: HazardStatus;
  clockStartsAt: string;
  dueAt: string | null;
  returnCount: number;
}

/**
 * 待派单, 即将超时, 已超时, 验收不通过: a counter and its list are the same rule, so they cannot disagree.
 * `now` in milliseconds since 1970.
 */
export const WORK_LISTS = {
  unassigned: ({ status }: ListedHazard) => status === "confirmed",
  dueSoon: (hazard: ListedHazard, now: number) => clockOf(hazard, now).state === "due-soon",
  overdue: (hazard: ListedHazard, now: number) => clockOf(hazard, now).state === "overdue",
  returned: ({ status, returnCount }: ListedHazard) =>
    returnCount > 0 && (status === "assigned" || status === "escalated"),
} as const;
export type WorkList = keyof typeof WORK_LISTS;
export const WORK_LIST_NAMES = Object.keys(WORK_LISTS) as WorkList[];
