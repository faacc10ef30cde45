import type {
  HazardCategory,
  HazardLevel,
  HazardStatus,
  PhotoKind,
  ReturnReason,
} from "#data/model/hazards/kinds.ts";
import type { WorkList } from "#data/model/hazards/workLists.ts";
import type { StatusChoice } from "#web/state/hazards/filters.ts";
import { m } from "#web/messages/compiled/messages.js";

export const HAZARD_CATEGORY_WORDS = {
  fire: m.word_hazard_fire,
  wiring: m.word_hazard_wiring,
  gas: m.word_hazard_gas,
  ebike: m.word_hazard_ebike,
  exit: m.word_hazard_exit,
  structure: m.word_hazard_structure,
  road: m.word_hazard_road,
  drainage: m.word_hazard_drainage,
  rubbish: m.word_hazard_rubbish,
  other: m.word_hazard_other,
} satisfies Record<HazardCategory, () => string>;

export const HAZARD_LEVEL_WORDS = {
  general: m.word_hazard_level_general,
  serious: m.word_hazard_level_serious,
  major: m.word_hazard_level_major,
} satisfies Record<HazardLevel, () => string>;

/** What is still to be done about it (DESIGN §4). */
export const HAZARD_STATUS_WORDS = {
  reported: m.word_hazard_status_reported,
  confirmed: m.word_hazard_status_confirmed,
  assigned: m.word_hazard_status_assigned,
  escalated: m.word_hazard_status_escalated,
  rectified: m.word_hazard_status_rectified,
  closed: m.word_hazard_status_closed,
  rejected: m.word_hazard_status_rejected,
  merged: m.word_hazard_status_merged,
} satisfies Record<HazardStatus, () => string>;

/** The status in one character, for a pin (LOOK). */
export const HAZARD_MARKS = {
  reported: m.word_hazard_mark_reported,
  confirmed: m.word_hazard_mark_confirmed,
  assigned: m.word_hazard_mark_assigned,
  escalated: m.word_hazard_mark_escalated,
  rectified: m.word_hazard_mark_rectified,
  closed: m.word_hazard_mark_closed,
  rejected: m.word_hazard_mark_rejected,
  merged: m.word_hazard_mark_merged,
} satisfies Record<HazardStatus, () => string>;

export const STATUS_CHOICE_WORDS = {
  open: m.hazards_status_open,
  all: m.hazards_status_all,
  ...HAZARD_STATUS_WORDS,
} satisfies Record<StatusChoice, () => string>;

export const WORK_LIST_WORDS = {
  unassigned: m.hazards_list_unassigned,
  dueSoon: m.hazards_list_due_soon,
  overdue: m.hazards_list_overdue,
  returned: m.hazards_list_returned,
} satisfies Record<WorkList, () => string>;

export const RETURN_REASON_WORDS = {
  "not-done": m.word_hazard_reason_not_done,
  "partly-done": m.word_hazard_reason_partly_done,
  "came-back": m.word_hazard_reason_came_back,
  "photo-unclear": m.word_hazard_reason_photo_unclear,
  "wrong-place": m.word_hazard_reason_wrong_place,
  other: m.word_hazard_reason_other,
} satisfies Record<ReturnReason, () => string>;

export const PHOTO_KIND_WORDS = {
  before: m.hazard_before,
  after: m.hazard_after,
  other: m.hazard_photo_other,
} satisfies Record<PhotoKind, () => string>;
