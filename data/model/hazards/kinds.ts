/** What a hazard is, where it is in its life, and how bad it is (DESIGN §4, DOMAIN §4). */

export const HAZARD_CATEGORIES = [
  "fire",
  "wiring",
  "gas",
  "ebike",
  "exit",
  "structure",
  "road",
  "drainage",
  "rubbish",
  "other",
] as const;
export type HazardCategory = (typeof HAZARD_CATEGORIES)[number];

/** 一般, 较大, 重大; the second is local and can be switched off, the third rests on a rule. */
export const HAZARD_LEVELS = ["general", "serious", "major"] as const;
export type HazardLevel = (typeof HAZARD_LEVELS)[number];

export const HAZARD_STATUSES = [
  "reported",
  "confirmed",
  "assigned",
  "escalated",
  "rectified",
  "closed",
  "rejected",
  "merged",
] as const;
export type HazardStatus = (typeof HAZARD_STATUSES)[number];

/** Something is still to be done about it. */
export const OPEN_STATUSES = [
  "reported",
  "confirmed",
  "assigned",
  "escalated",
  "rectified",
] as const satisfies readonly HazardStatus[];

/** Its clock runs: a fix that waits for its re-check is not late. */
export const RUNNING_STATUSES = [
  "reported",
  "confirmed",
  "assigned",
  "escalated",
] as const satisfies readonly HazardStatus[];

export function isOpen(status: HazardStatus): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

export function isRunning(status: HazardStatus): boolean {
  return RUNNING_STATUSES.some((running) => running === status);
}

export const PHOTO_KINDS = ["before", "after", "other"] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** What somebody is told of, by inbox, web-hook and e-mail. */
export const NOTICE_KINDS = [
  "assigned",
  "escalated",
  "due-soon",
  "overdue",
  "returned",
  "asked",
  "granted",
  "fixed",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Why a fix was not accepted; a second return asks for one of them. */
export const RETURN_REASONS = [
  "not-done",
  "partly-done",
  "came-back",
  "photo-unclear",
  "wrong-place",
  "other",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
