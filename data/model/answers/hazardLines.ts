import { z } from "zod";
import { HazardSummary } from "./hazards.ts";
import { Named } from "./responsibility.ts";

/** What the work list shows of a hazard, and sorts and counts by. */
export const HazardLine = HazardSummary.pick({
  ...{ id: true, category: true, level: true, status: true, note: true, location: true },
  ...{ building: true, floor: true, place: true, grid: true, assignee: true, department: true },
  ...{ reportedAt: true, rectifiedAt: true, closedAt: true, clockStartsAt: true, dueAt: true },
  ...{ returnCount: true, isStarred: true },
});
export type HazardLine = z.infer<typeof HazardLine>;

const { shape } = HazardLine;
/** Of `named`; null where there is none. */
const index = z.int().nullable();

/** Many lines field by field; the n-th of each array is of the n-th line (`data/model/hazards/lines.ts`). */
export const HazardLines = z
  .object({
    id: z.array(shape.id),
    category: z.array(shape.category),
    level: z.array(shape.level),
    status: z.array(shape.status),
    note: z.array(shape.note),
    /** WGS 84, longitude first. */
    position: z.array(shape.location.shape.coordinates),
    building: z.array(index),
    floor: z.array(shape.floor),
    place: z.array(index),
    grid: z.array(index),
    assignee: z.array(index),
    department: z.array(index),
    reportedAt: z.array(shape.reportedAt),
    rectifiedAt: z.array(shape.rectifiedAt),
    closedAt: z.array(shape.closedAt),
    clockStartsAt: z.array(shape.clockStartsAt),
    dueAt: z.array(shape.dueAt),
    returnCount: z.array(shape.returnCount),
    /** Which lines are the reader's starred ones. */
    isStarred: z.array(z.int()),
    named: z.array(Named),
  })
  .meta({ id: "HazardLines" });
export type HazardLines = z.infer<typeof HazardLines>;
