import type { LeaveRow, StandInRow } from "#data/model/answers/people.ts";
import { type DutyPlaceType, type Period, isCurrent, type Role } from "#data/model/duties.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dayText, todayHere } from "./dates.ts";
import { ROLE_WORDS } from "./duties.ts";
import { listText } from "./lists.ts";
import { numberText } from "./numbers.ts";

/** More than these are counted, not read. */
const MOST_PLACES = 3;

export const DUTY_PLACE_WORDS = {
  community: m.people_place_community,
  compound: m.people_place_compound,
  building: m.people_place_building,
  grid: m.people_place_grid,
  "micro-grid": m.people_place_micro_grid,
} satisfies Record<DutyPlaceType, () => string>;

/** 第二网格 · 网格员 */
export function dutyText({ role, placeName }: { role: Role; placeName: string }): string {
  return m.people_duty_text({ role: ROLE_WORDS[role](), place: placeName });
}

/** 3月1日 – 6月30日, or 3月1日起 while it is open. */
export function periodText({ startsOn, endsOn }: Period): string {
  const from = dayText(startsOn);
  return endsOn === null
    ? m.word_dates_from({ from })
    : m.word_dates_from_to({ from, to: dayText(endsOn) });
}

/** 请假到 3月5日，李强顶班 */
export function leaveText(leave: LeaveRow, today: string = todayHere()): string {
  const words = leaveTime(leave, today);
  return leave.standIn
    ? m.people_leave_by({ leave: words, name: leave.standIn.name })
    : m.people_leave_by_nobody({ leave: words });
}

function leaveTime(leave: LeaveRow, today: string): string {
  if (!isCurrent(leave, today)) return m.people_leave_later({ dates: periodText(leave) });
  return leave.endsOn === null
    ? m.people_leave_now_open()
    : m.people_leave_now({ day: dayText(leave.endsOn) });
}

export function standInText({ personName, role, placeName, until }: StandInRow): string {
  const duty = dutyText({ role, placeName });
  return until === null
    ? m.people_stands_in({ name: personName, duty })
    : m.people_stands_in_until({ name: personName, duty, day: dayText(until) });
}

/** 第一网格、第二网格和第三网格, or 第一网格、第二网格、第三网格等 12 处. */
export function placesText(places: readonly { name: string }[]): string {
  const names = places.map(({ name }) => name);
  if (names.length <= MOST_PLACES + 1) return listText(names);
  const first = names.slice(0, MOST_PLACES);
  return m.word_places_more({
    places: first.reduce((before, name) => m.word_pause_short({ first: before, second: name })),
    number: numberText(names.length),
  });
}
