import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { COMMUNITY_ZONE } from "#data/model/communityClock.ts";
import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";
import { timeText } from "./audit.ts";
import { dayText, todayHere } from "./dates.ts";
import { buildingsText, numberText } from "./numbers.ts";

type NoteKind = CreatedPlan["notes"][number]["kind"];

/** What somebody should look at in a draft that was just made. */
export const NOTE_WORDS = {
  "doubled-resolved": m.drafts_note_doubled_resolved,
  "outside-outlines": m.drafts_note_outside_outlines,
  "in-several-outlines": m.drafts_note_in_several_outlines,
  "building-elsewhere": m.drafts_note_building_elsewhere,
  "row-not-understood": m.drafts_note_row_not_understood,
  "no-such-building": m.drafts_note_no_such_building,
} satisfies Record<NoteKind, () => string>;

/** What more there is to say of a note; null where that is all. */
export function noteDetailText({ kind, detail }: CreatedPlan["notes"][number]): string | null {
  // A line of a table is told by its number: #12.
  if (detail?.startsWith("#")) return m.drafts_note_row({ row: detail.slice(1) });
  switch (kind) {
    case "doubled-resolved":
      return detail && m.drafts_note_now_in({ name: detail });
    case "outside-outlines":
    case "building-elsewhere":
      return detail ? m.drafts_note_was_in({ name: detail }) : m.drafts_note_was_in_none();
    case "in-several-outlines":
      return detail && m.drafts_note_lies_in({ names: detail });
    default:
      return detail;
  }
}

type Counted = (inputs: { count: number; number: string }) => string;
const counted = (words: Counted) => (count: number) => words({ count, number: numberText(count) });

export const gridsText = counted(m.word_grids);
export const microGridsText = counted(m.word_micro_grids);
/** Buildings, and entrances of those that are broken. */
export const unitsText = counted(m.word_units);
export const uncoveredText = counted(m.drafts_uncovered);

/** 6 个网格 · 43 个微网格 · 412 栋 */
export function countsText({ grids, microGrids, buildings }: PlanSummary["counts"]): string {
  return [gridsText(grids), microGridsText(microGrids), buildingsText(buildings)].join(" · ");
}

/** 今天 14:20, 3月5日 09:00 */
export function whenText(at: string): string {
  const time = timeText(at);
  const day = todayHere(new Date(at));
  return day === todayHere()
    ? m.moment_today({ time })
    : m.moment_on_day({ day: dayText(day), time });
}

/** 李规划 今天 14:20保存 */
export function savedText({ savedBy, savedAt }: Pick<PlanSummary, "savedBy" | "savedAt">): string {
  const moment = whenText(savedAt);
  return savedBy === null
    ? m.drafts_saved_nobody({ moment })
    : m.drafts_saved({ name: savedBy, moment });
}

/** When it is, was or will be in force; null of a draft. */
export function forceText({
  status,
  effectiveFrom,
  effectiveUntil,
}: Pick<PlanSummary, "status" | "effectiveFrom" | "effectiveUntil">): string | null {
  if (effectiveFrom === null || status === "draft") return null;
  const day = dayText(effectiveFrom);
  if (status === "scheduled") return m.drafts_from_day({ day });
  if (effectiveUntil === null) return m.drafts_since({ day });
  return m.drafts_period({ from: day, until: dayText(effectiveUntil) });
}

/** 3月5日草案: “today” is no name for long. */
export function firstDraftName(now: Date = new Date()): string {
  const parts = { month: "long", day: "numeric", timeZone: COMMUNITY_ZONE } as const;
  const format = new Intl.DateTimeFormat(getLocale(), parts);
  return m.drafts_default_name({ date: format.format(now) });
}
