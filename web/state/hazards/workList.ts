import type { HazardLine } from "#data/model/answers/hazardLines.ts";
import { isOpen } from "#data/model/hazards/kinds.ts";
import { tourThrough } from "#data/model/hazards/tour.ts";
import { WORK_LISTS, WORK_LIST_NAMES, type WorkList } from "#data/model/hazards/workLists.ts";
import type { HazardFilters, StatusChoice } from "./filters.ts";

/** Nobody walks further in a day; the rest follows as it is due. */
export const MOST_WALKED = 200;

/** Those that the filters let through, whichever work list is chosen: what the counters count. */
export function withoutList(
  rows: readonly HazardLine[],
  { status, category, level, grid, isStarred }: HazardFilters,
): HazardLine[] {
  return rows.filter(
    (row) =>
      hasStatus(row, status) &&
      (category === null || row.category === category) &&
      (level === null || row.level === level) &&
      (grid === null || row.grid?.id === grid) &&
      (!isStarred || row.isStarred),
  );
}

function hasStatus({ status }: HazardLine, choice: StatusChoice): boolean {
  if (choice === "all") return true;
  return choice === "open" ? isOpen(status) : status === choice;
}

/** How many stand in each work list, by the rule of the list itself. @param now milliseconds since 1970 */
export function countsOf(rows: readonly HazardLine[], now: number): Record<WorkList, number> {
  const counts: Record<string, number> = {};
  for (const name of WORK_LIST_NAMES) counts[name] = inList(rows, name, now).length;
  return counts as Record<WorkList, number>;
}

export function inList(
  rows: readonly HazardLine[],
  list: WorkList | null,
  now: number,
): readonly HazardLine[] {
  return list === null ? rows : rows.filter((row) => WORK_LISTS[list](row, now));
}

/** Whether it waits for somebody to see to it: only then is it given out together with others. */
export function canBeGiven(row: HazardLine): boolean {
  return WORK_LISTS.unassigned(row);
}

/** What is due first comes first; then what has no deadline, the latest report first. */
export function byDeadline(rows: readonly HazardLine[]): HazardLine[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [dueOf(a), dueOf(b)];
    return first === second ? (a.reportedAt < b.reportedAt ? 1 : -1) : first - second;
  });
}

/** A clock that stands still is not waited for. */
function dueOf({ dueAt, status }: HazardLine): number {
  const isRunning = dueAt !== null && isOpen(status) && status !== "rectified";
  return isRunning ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER;
}

/**
 * The most urgent in the order of a short walk, the others behind them as they are due.
 * @param rows by deadline
 * @param from where the walk begins; null: wherever is best
 */
export function byWalk(
  rows: readonly HazardLine[],
  from: [number, number] | null,
): { rows: HazardLine[]; walked: number } {
  const walked = rows.slice(0, MOST_WALKED);
  const order = tourThrough(
    walked.map(({ location }) => location.coordinates),
    from,
  );
  const first = order.map((index) => walked[index]!);
  return { rows: [...first, ...rows.slice(MOST_WALKED)], walked: first.length };
}
