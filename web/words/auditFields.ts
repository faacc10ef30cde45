import { type Role, ROLES } from "#data/model/duties.ts";
import { HAZARD_STATUSES, type HazardStatus } from "#data/model/hazards/kinds.ts";
import { m } from "#web/messages/compiled/messages.js";
import { HAZARD_STATUS_WORDS } from "./hazards.ts";
import { dayText } from "./dates.ts";
import { ROLE_WORDS } from "./duties.ts";
import { listText } from "./lists.ts";
import { numberText } from "./numbers.ts";

/** What is kept of a person, a duty, a leave … by the name of its field. */
export const AUDIT_FIELD_WORDS: Record<string, () => string> = {
  action: m.audit_field_action,
  address: m.ground_address,
  assigneeId: m.audit_field_assignee,
  buildingId: m.audit_field_building,
  changed: m.audit_field_changed,
  compoundId: m.ground_compound,
  broken: m.audit_field_broken,
  count: m.audit_field_count,
  deadlines: m.audit_field_deadlines,
  departmentId: m.audit_field_department,
  dutiesBegun: m.audit_field_duties_begun,
  dutiesEnded: m.audit_field_duties_ended,
  effectiveFrom: m.audit_field_effective_from,
  dwellings: m.audit_field_dwellings,
  endsOn: m.audit_field_ends_on,
  enter: m.audit_field_enter,
  entrances: m.ground_entrances,
  from: m.audit_field_from,
  grids: m.audit_field_grids,
  hasLift: m.ground_has_lift,
  homes: m.audit_field_homes,
  headName: m.card_head,
  isAdmin: m.audit_field_is_admin,
  isAllWell: m.audit_field_is_all_well,
  isClosed: m.audit_field_is_closed,
  load: m.audit_field_load,
  microGrids: m.audit_field_micro_grids,
  kind: m.ground_kind,
  leave: m.audit_field_leave,
  microGridId: m.audit_field_micro_grid,
  missing: m.audit_field_missing,
  movedMeters: m.audit_field_moved_meters,
  name: m.audit_field_name,
  new: m.audit_field_new,
  notVisited: m.audit_field_not_visited,
  person: m.audit_field_person,
  personId: m.audit_field_person_id,
  phone: m.card_phone,
  place: m.audit_field_place,
  placeId: m.audit_field_place,
  planId: m.audit_field_plan,
  posts: m.audit_field_posts,
  plans: m.audit_field_plans,
  repeats: m.audit_field_repeats,
  residents: m.card_residents,
  role: m.audit_field_role,
  round: m.audit_field_round,
  source: m.audit_field_source,
  standInId: m.audit_field_stand_in,
  storeys: m.ground_storeys,
  startsOn: m.audit_field_starts_on,
  status: m.audit_field_status,
  targets: m.audit_field_targets,
  to: m.audit_field_to,
  uncovered: m.audit_field_uncovered,
  units: m.audit_field_units,
  until: m.audit_field_until,
  username: m.audit_field_username,
  visited: m.audit_field_visited,
  what: m.audit_field_what,
};

const WHAT_WORDS: Record<string, () => string> = {
  name: m.audit_what_name,
  phone: m.audit_what_phone,
  both: m.audit_what_both,
};

/** What a plan was made from; an id is another plan. */
const SOURCE_WORDS: Record<string, () => string> = {
  "in-force": m.audit_source_in_force,
  empty: m.audit_source_empty,
  outlines: m.audit_source_outlines,
  table: m.audit_source_table,
};

/** How often a round is done. */
const REPEAT_WORDS: Record<string, () => string> = {
  once: m.audit_repeats_once,
  week: m.audit_repeats_week,
  month: m.audit_repeats_month,
  quarter: m.audit_repeats_quarter,
  year: m.audit_repeats_year,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value as people say it. @param names ids that may stand in it, by name */
export function valueText(field: string, value: unknown, names: Record<string, string>): string {
  if (value === null || value === undefined) return m.audit_nothing();
  if (typeof value === "boolean") return value ? m.audit_yes() : m.audit_no();
  if (typeof value === "number") return numberText(value);
  if (Array.isArray(value)) return listText(value.map((part) => valueText(field, part, names)));
  if (typeof value === "object" && "name" in value) return String(value.name);
  if (typeof value !== "string") return m.audit_more();
  if (field === "what") return WHAT_WORDS[value]?.() ?? value;
  if (field === "source") return names[value] ?? (SOURCE_WORDS[value] ?? m.audit_source_plan)();
  if (field === "repeats") return REPEAT_WORDS[value]?.() ?? value;
  if (field === "status" && isStatus(value)) return HAZARD_STATUS_WORDS[value]();
  if (field === "role" && isRole(value)) return ROLE_WORDS[value]();
  return DAY.test(value) ? dayText(value) : (names[value] ?? value);
}

function isStatus(value: string): value is HazardStatus {
  return HAZARD_STATUSES.some((status) => status === value);
}

function isRole(value: string): value is Role {
  return ROLES.some((role) => role === value);
}
