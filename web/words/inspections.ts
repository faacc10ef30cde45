import type { RoundSummary } from "#data/model/answers/rounds.ts";
import type {
  Checklist,
  ChecklistLine,
  LineAnswer,
  RoundRepeat,
  RoundState,
  TargetState,
  TargetType,
} from "#data/model/inspections/kinds.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dayText, todayHere } from "./dates.ts";

export const TARGET_STATE_WORDS = {
  done: m.word_target_done,
  due: m.word_target_due,
  late: m.word_target_late,
  never: m.word_target_never,
} satisfies Record<TargetState, () => string>;

export const TARGET_TYPE_WORDS = {
  place: m.word_target_place,
  building: m.word_target_building,
  household: m.word_target_household,
  point: m.word_target_point,
} satisfies Record<TargetType, () => string>;

export const ROUND_REPEAT_WORDS = {
  once: m.word_repeat_once,
  week: m.word_repeat_week,
  month: m.word_repeat_month,
  quarter: m.word_repeat_quarter,
  year: m.word_repeat_year,
} satisfies Record<RoundRepeat, () => string>;

export const ROUND_STATE_WORDS = {
  planned: m.word_round_planned,
  running: m.word_round_running,
  ended: m.word_round_ended,
} satisfies Record<RoundState, () => string>;

export const LINE_ANSWER_WORDS = {
  pass: m.word_answer_pass,
  fail: m.word_answer_fail,
  "not-applicable": m.word_answer_not_applicable,
} satisfies Record<LineAnswer["answer"], () => string>;

/** In the reader's language, where the list has it. */
export function lineText({ text, textEn }: ChecklistLine, locale: string): string {
  return locale === "en" ? textEn || text : text;
}

export function checklistText({ name, nameEn }: Checklist, locale: string): string {
  return locale === "en" ? nameEn || name : name;
}

/** 3月1日–3月31日 · 每月 */
export function periodText({ period, repeats }: RoundSummary): string {
  const days = m.round_period({ from: dayText(period.startsOn), to: dayText(period.endsOn) });
  return [days, ROUND_REPEAT_WORDS[repeats]()].join(" · ");
}

/** 3月5日 去过; nothing where nobody was there. */
export function visitedText(inspectedAt: string | null): string | undefined {
  if (inspectedAt === null) return undefined;
  return m.inspect_visited({ day: dayText(todayHere(new Date(inspectedAt))) });
}
