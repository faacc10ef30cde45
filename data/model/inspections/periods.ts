import { Temporal } from "temporal-polyfill";
import type { RoundRepeat, RoundState, TargetState } from "./kinds.ts";

/** When a round is to be done. Days are ISO dates of the community. */
export interface RoundDays {
  startsOn: string;
  /** Of a repeated round the last day of the first period. */
  endsOn: string;
  repeats: RoundRepeat;
  /** The day somebody ended it; null while nobody did. */
  endedOn: string | null;
}

export interface RoundPeriod {
  startsOn: string;
  endsOn: string;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** First day of the period with an index from 0; of months that are too short their last day. */
function startOf({ startsOn, repeats }: RoundDays, index: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from(startsOn);
  if (repeats === "once" || index === 0) return first;
  if (repeats === "week") return first.add({ weeks: index });
  return first.add({ months: index * MONTHS[repeats] });
}

/** A period that fills its month fills every month, however long; a shorter one ends as many days in. */
function periodAt(round: RoundDays, index: number): RoundPeriod {
  const starts = startOf(round, index);
  if (round.repeats === "once") return { startsOn: round.startsOn, endsOn: round.endsOn };
  const last = startOf(round, index + 1).subtract({ days: 1 });
  const first = startOf(round, 0);
  const length = first.until(round.endsOn, { largestUnit: "day" }).days;
  const isWhole = Temporal.PlainDate.compare(round.endsOn, lastDayOfFirst(round)) >= 0;
  const ends = starts.add({ days: length });
  const isLonger = Temporal.PlainDate.compare(ends, last) > 0;
  return { startsOn: starts.toString(), endsOn: (isWhole || isLonger ? last : ends).toString() };
}

/** How long the first period of a repeated round may be: until the day before the second. */
export function lastDayOfFirst(round: Pick<RoundDays, "startsOn" | "endsOn" | "repeats">): string {
  if (round.repeats === "once") return round.endsOn;
  return startOf({ ...round, endedOn: null }, 1)
    .subtract({ days: 1 })
    .toString();
}

/** Which period a day is in, from 0: also the first before it starts, and each until the next starts. */
function indexAt(round: RoundDays, day: string): number {
  if (round.repeats === "once" || day < round.startsOn) return 0;
  const first = Temporal.PlainDate.from(round.startsOn);
  const days = first.until(day, { largestUnit: "day" }).days;
  if (round.repeats === "week") return Math.floor(days / 7);
  const { year, month } = Temporal.PlainDate.from(day);
  const months = (year - first.year) * 12 + (month - first.month);
  const index = Math.floor(months / MONTHS[round.repeats]);
  return startOf(round, index).toString() > day ? index - 1 : index;
}

/** The day by which a round is judged: today, or the day it was ended. */
function judgedOn({ endedOn }: RoundDays, today: string): string {
  return endedOn !== null && endedOn < today ? endedOn : today;
}

/** The period of today: before the start the first, after the end the last. */
export function periodOn(round: RoundDays, today: string): RoundPeriod {
  return periodAt(round, indexAt(round, judgedOn(round, today)));
}

/**
 * How a target stands. "done": visited in this period. "due": there is still time, and the period
 * before was kept. "late": this period's last day, or the whole period before, went by without a
 * visit. "never": so, and no visit in any period of a round that is past its first or was ended.
 * @param visitedOn the day of the newest inspection of the target in this round, null without one
 */
export function targetState(
  round: RoundDays,
  visitedOn: string | null,
  today: string,
): TargetState {
  const day = judgedOn(round, today);
  const index = indexAt(round, day);
  const period = periodAt(round, index);
  if (visitedOn !== null && visitedOn >= period.startsOn) return "done";
  // Before a round starts a visit counts for nothing, and nothing is missed.
  const hasMissed = index > 0 && (visitedOn ?? "") < startOf(round, index - 1).toString();
  const isOver = day > period.endsOn || round.endedOn !== null;
  if (!hasMissed && !isOver) return "due";
  return visitedOn === null && (index > 0 || round.endedOn !== null) ? "never" : "late";
}

/** A round that is done once is over when its last day passed and nothing is left to do. */
export function roundState(round: RoundDays, today: string, isAllDone: boolean): RoundState {
  if (round.endedOn !== null) return "ended";
  if (today < round.startsOn) return "planned";
  return round.repeats === "once" && isAllDone && today > round.endsOn ? "ended" : "running";
}
