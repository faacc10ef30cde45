import {
  HAZARD_CATEGORIES,
  HAZARD_LEVELS,
  HAZARD_STATUSES,
  type HazardCategory,
  type HazardLevel,
} from "#data/model/hazards/kinds.ts";
import { WORK_LIST_NAMES, type WorkList } from "#data/model/hazards/workLists.ts";

/** "open" is every status in which something is still to be done. */
export const STATUS_CHOICES = ["open", ...HAZARD_STATUSES, "all"] as const;
export type StatusChoice = (typeof STATUS_CHOICES)[number];

/** By what is due first, or in the order in which one walks past them. */
export const HAZARD_ORDERS = ["deadline", "walk"] as const;
export type HazardOrder = (typeof HAZARD_ORDERS)[number];

/** Which hazards stand in the list and on the map, and in which order. Null is no choice. */
export interface HazardFilters {
  list: WorkList | null;
  status: StatusChoice;
  category: HazardCategory | null;
  level: HazardLevel | null;
  /** A grid's id. */
  grid: string | null;
  isMine: boolean;
  isStarred: boolean;
  order: HazardOrder;
}

export const NO_HAZARD_FILTERS: HazardFilters = {
  list: null,
  status: "open",
  category: null,
  level: null,
  grid: null,
  isMine: false,
  isStarred: false,
  order: "deadline",
};

export function isFiltered({ order: _order, ...filters }: HazardFilters): boolean {
  return Object.entries(filters).some(
    ([name, value]) => value !== NO_HAZARD_FILTERS[name as keyof HazardFilters],
  );
}

/** Of those that stand in fields, which may be folded away. */
export function hasFieldFilters({ status, category, level, grid }: HazardFilters): boolean {
  return (
    status !== NO_HAZARD_FILTERS.status || category !== null || level !== null || grid !== null
  );
}

/** What an address says of them; what it does not understand is no choice. */
export function parseHazardFilters(query: URLSearchParams): HazardFilters {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | null =>
    values.find((value) => value === query.get(name)) ?? null;
  return {
    list: oneOf("list", WORK_LIST_NAMES),
    status: oneOf("status", STATUS_CHOICES) ?? NO_HAZARD_FILTERS.status,
    category: oneOf("category", HAZARD_CATEGORIES),
    level: oneOf("level", HAZARD_LEVELS),
    grid: query.get("grid"),
    isMine: query.get("mine") === "1",
    isStarred: query.get("starred") === "1",
    order: oneOf("order", HAZARD_ORDERS) ?? NO_HAZARD_FILTERS.order,
  };
}

/** As parameters of an address; null where nothing is chosen. */
export function formatHazardFilters(filters: HazardFilters): [string, string | null][] {
  const { list, status, category, level, grid, isMine, isStarred, order } = filters;
  return [
    ["list", list],
    ["status", status === NO_HAZARD_FILTERS.status ? null : status],
    ["category", category],
    ["level", level],
    ["grid", grid],
    ["mine", isMine ? "1" : null],
    ["starred", isStarred ? "1" : null],
    ["order", order === NO_HAZARD_FILTERS.order ? null : order],
  ];
}
