import type { PostStatus } from "#data/model/planning/vacancies.ts";
import type { PostPlaceType, PostRole } from "#data/model/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dayText } from "./dates.ts";
import { gridsText, microGridsText } from "./drafts.ts";
import { buildingsText, numberText } from "./numbers.ts";

export const POST_STATUS_WORDS = {
  vacant: m.posts_status_vacant,
  away: m.posts_status_away,
  overloaded: m.posts_status_overloaded,
  "stood-in": m.posts_status_stood_in,
  fine: m.posts_status_fine,
} satisfies Record<PostStatus, () => string>;

const PLACE_COUNTS = {
  grid: gridsText,
  "micro-grid": microGridsText,
  building: buildingsText,
} satisfies Record<PostPlaceType, (count: number) => string>;

const COUNT_WORDS = {
  vacant: m.posts_count_vacant,
  away: m.posts_count_away,
  overloaded: m.posts_count_overloaded,
  "stood-in": m.posts_count_stood_in,
  fine: m.posts_count_fine,
} satisfies Record<PostStatus, (inputs: { places: string }) => string>;

/** 2 个网格没有人 */
export function statusCountText(status: PostStatus, type: PostPlaceType, count: number): string {
  return COUNT_WORDS[status]({ places: PLACE_COUNTS[type](count) });
}

export function placesText(type: PostPlaceType, count: number): string {
  return PLACE_COUNTS[type](count);
}

/** As short as fits four beside each other. */
export const SHORT_ROLE_WORDS = {
  "grid-worker": m.posts_role_grid_worker,
  "micro-grid-leader": m.posts_role_micro_grid_leader,
  "building-chief": m.posts_role_building_chief,
  "party-contact": m.posts_role_party_contact,
} satisfies Record<PostRole, () => string>;

/** 工作量 812, or 工作量 812，上限 800 */
export function carriedText(load: number, capacity: number | null): string {
  const words = { load: numberText(Math.round(load)) };
  if (capacity === null) return m.posts_load(words);
  return m.posts_load_of({ ...words, capacity: numberText(Math.round(capacity)) });
}

interface Leave {
  until: string | null;
  standIn: { name: string } | null;
}

/** 请假到 3月5日，张三顶岗 */
export function leaveText({ until, standIn }: Leave): string {
  const name = standIn?.name;
  if (until === null) return name ? m.posts_leave_stand_in({ name }) : m.posts_leave();
  const day = dayText(until);
  return name ? m.posts_leave_until_stand_in({ day, name }) : m.posts_leave_until({ day });
}
