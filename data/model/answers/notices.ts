import { z } from "zod";
import {
  HAZARD_CATEGORIES,
  HAZARD_LEVELS,
  HAZARD_STATUSES,
  NOTICE_KINDS,
} from "../hazards/kinds.ts";
import { Named } from "./responsibility.ts";

const instant = z.iso.datetime({ offset: true });

/** Something that the reader, or whom they stand in for, is told of once. */
export const NoticeAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  at: instant,
  readAt: instant.nullable(),
  /** As it is now. */
  hazard: z.object({
    id: z.uuid(),
    category: z.enum(HAZARD_CATEGORIES),
    level: z.enum(HAZARD_LEVELS),
    status: z.enum(HAZARD_STATUSES),
    note: z.string(),
    dueAt: instant.nullable(),
    building: Named.nullable(),
    floor: z.int().nullable(),
    place: Named.nullable(),
  }),
});
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;

export const NoticesAnswer = z
  .object({
    /** All there are, also those that are not in the list. */
    unread: z.int(),
    /** Newest first. */
    notices: z.array(NoticeAnswer),
  })
  .meta({ id: "Notices" });
export type NoticesAnswer = z.infer<typeof NoticesAnswer>;

/** Which were read; `all` is every one there is. */
export const NoticesRead = z
  .union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
    z.strictObject({ all: z.literal(true) }),
  ])
  .meta({ id: "NoticesRead" });
export type NoticesRead = z.infer<typeof NoticesRead>;
