import type { NoticeKind } from "#data/model/hazards/kinds.ts";
import { m } from "#web/messages/compiled/messages.js";

/** Why somebody is told of a hazard. */
export const NOTICE_WORDS = {
  assigned: m.word_notice_assigned,
  escalated: m.word_notice_escalated,
  "due-soon": m.word_notice_due_soon,
  overdue: m.word_notice_overdue,
  returned: m.word_notice_returned,
  asked: m.word_notice_asked,
  granted: m.word_notice_granted,
  fixed: m.word_notice_fixed,
} satisfies Record<NoticeKind, () => string>;
