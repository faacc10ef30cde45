import type { FindingOf } from "#data/model/coverage/findings.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dayText } from "./dates.ts";
import { ROLE_WORDS } from "./duties.ts";

export function vacantText(finding: FindingOf<"duty-vacant">): string {
  const inputs = { place: finding.placeName, role: ROLE_WORDS[finding.role]() };
  return finding.isAnsweredByOther
    ? m.finding_duty_vacant_text_answered(inputs)
    : m.finding_duty_vacant_text(inputs);
}

export function onLeaveText(finding: FindingOf<"duty-on-leave">): string {
  const { personName: person, placeName: place, leaveEndsOn, isAnsweredByOther } = finding;
  const inputs = { person, place, role: ROLE_WORDS[finding.role]() };
  if (leaveEndsOn === null) {
    return isAnsweredByOther
      ? m.finding_duty_on_leave_text_answered_open(inputs)
      : m.finding_duty_on_leave_text_open(inputs);
  }
  const dated = { ...inputs, date: dayText(leaveEndsOn) };
  return isAnsweredByOther
    ? m.finding_duty_on_leave_text_answered(dated)
    : m.finding_duty_on_leave_text(dated);
}
