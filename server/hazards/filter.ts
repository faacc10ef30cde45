import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { planeAt, project } from "#data/model/geometry/plane.ts";
import {
  HAZARD_CATEGORIES,
  HAZARD_LEVELS,
  HAZARD_STATUSES,
  isOpen,
} from "#data/model/hazards/kinds.ts";
import { WORK_LIST_NAMES, WORK_LISTS, type WorkList } from "#data/model/hazards/workLists.ts";

/** One of a few, or several with commas between. */
const several = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(z.enum(values)));

const flag = z.enum(["true", "false", "1", "0"]).transform((text) => /^(true|1)$/.test(text));

/** A plus sign that nobody encoded arrives as a space. */
const moment = z
  .string()
  .transform((text) => text.trim().replace(" ", "+"))
  .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date()]));

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const near = z
  .string()
  .transform((text) => text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part))))
  .pipe(z.tuple([longitude, latitude, z.number().min(0).max(100_000)]));

export const HazardFilter = z.object({
  status: z
    .union([z.literal("all"), several(HAZARD_STATUSES)])
    .optional()
    .meta({ type: "string", description: "One or several; all; absent: all that are open" }),
  category: several(HAZARD_CATEGORIES).optional().meta({ type: "string" }),
  level: several(HAZARD_LEVELS).optional().meta({ type: "string" }),
  overdue: flag.optional(),
  list: z
    .enum(WORK_LIST_NAMES as [WorkList, ...WorkList[]])
    .optional()
    .meta({ description: "A work list; its counter is how many there are" }),
  mine: flag.optional().meta({ description: "Given to the reader, or to whom they stand in for" }),
  starred: flag.optional(),
  grid: z.uuid().optional(),
  building: z.uuid().optional(),
  place: z.uuid().optional(),
  near: near.optional().meta({ description: "longitude,latitude,metres (WGS 84): nearest first" }),
  at: moment.optional().meta({ description: "As it was then, by the histories" }),
  from: moment.optional().meta({ description: "Reported then or later: instant, or first day" }),
  to: moment.optional().meta({ description: "Reported then or before: instant, or last day" }),
});
export type HazardFilter = z.output<typeof HazardFilter>;

/** Whether a hazard is asked for. `now` in milliseconds since 1970: what late is measured by. */
export function isAskedFor(filter: HazardFilter, own: readonly string[], now: number) {
  const { status, category, level, overdue, list, grid, building, place } = filter;
  const isWithin = nearTo(filter);
  return (hazard: HazardSummary): boolean =>
    (status === "all" || (status?.includes(hazard.status) ?? isOpen(hazard.status))) &&
    (category?.includes(hazard.category) ?? true) &&
    (level?.includes(hazard.level) ?? true) &&
    (overdue === undefined || hazard.isOverdue === overdue) &&
    (list === undefined || WORK_LISTS[list](hazard, now)) &&
    (!filter.mine || isGivenTo(hazard, own)) &&
    (!filter.starred || hazard.isStarred) &&
    (grid === undefined || hazard.grid?.id === grid) &&
    (building === undefined || hazard.building?.id === building) &&
    (place === undefined || hazard.place?.id === place) &&
    isWithin(hazard);
}

function isGivenTo({ assignee, department }: HazardSummary, own: readonly string[]): boolean {
  return [assignee, department].some((given) => given !== null && own.includes(given.id));
}

function nearTo({ near }: HazardFilter): (hazard: HazardSummary) => boolean {
  if (!near) return () => true;
  const metersTo = distanceFrom(near);
  return (hazard) => metersTo(hazard) <= near[2];
}

/** By deadline, those without one last; nearest first where a place was asked for. */
export function inOrder({ near }: HazardFilter): (a: HazardSummary, b: HazardSummary) => number {
  if (!near) return byDeadline;
  const metersTo = distanceFrom(near);
  return (a, b) => metersTo(a) - metersTo(b) || byDeadline(a, b);
}

function byDeadline(a: HazardSummary, b: HazardSummary): number {
  return a.dueAt === b.dueAt ? before(a.id, b.id) : before(a.dueAt, b.dueAt);
}

function before(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function distanceFrom([longitude, latitude]: readonly number[]) {
  const position = [longitude ?? 0, latitude ?? 0];
  const plane = planeAt(position);
  return ({ location }: HazardSummary): number => {
    const [x, y] = project(plane, location.coordinates);
    return Math.hypot(x, y);
  };
}

/** The past moment that is asked for; undefined is now. */
export function momentOf({ at }: HazardFilter, timeZone: string): Date | undefined {
  return at === undefined ? undefined : instantOf(at, timeZone, "last");
}

/** The first instant that a moment means, or the last; a day is the community's. Nothing is before 1970. */
export function instantOf(moment: string, timeZone: string, end: "first" | "last"): Date {
  if (moment.includes("T")) return new Date(Math.max(0, Date.parse(moment)));
  const day = Temporal.PlainDate.from(moment).add({ days: end === "last" ? 1 : 0 });
  const { epochMilliseconds } = day.toZonedDateTime(timeZone);
  return new Date(Math.max(0, end === "last" ? epochMilliseconds - 1 : epochMilliseconds));
}
