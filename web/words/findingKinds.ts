import type { FindingKind } from "#data/model/coverage/kinds.ts";
import { m } from "#web/messages/compiled/messages.js";

export interface KindWords {
  /** For a counter, before its number. */
  label: () => string;
  /** Says the thing with its number: 3 个网格没有网格员. */
  title: (inputs: { count: number; number: string }) => string;
  /** One sentence: why it matters, or what to do. */
  help: () => string;
}

/** What each kind of finding is called. */
export const FINDING_KIND_WORDS: Record<FindingKind, KindWords> = {
  "unit-uncovered": {
    label: m.finding_unit_uncovered_label,
    title: m.finding_unit_uncovered_title,
    help: m.finding_unit_uncovered_help,
  },
  "unit-doubled": {
    label: m.finding_unit_doubled_label,
    title: m.finding_unit_doubled_title,
    help: m.finding_unit_doubled_help,
  },
  "grid-without-worker": {
    label: m.finding_grid_without_worker_label,
    title: m.finding_grid_without_worker_title,
    help: m.finding_grid_without_worker_help,
  },
  "micro-grid-without-leader": {
    label: m.finding_micro_grid_without_leader_label,
    title: m.finding_micro_grid_without_leader_title,
    help: m.finding_micro_grid_without_leader_help,
  },
  "duty-vacant": {
    label: m.finding_duty_vacant_label,
    title: m.finding_duty_vacant_title,
    help: m.finding_duty_vacant_help,
  },
  "duty-on-leave": {
    label: m.finding_duty_on_leave_label,
    title: m.finding_duty_on_leave_title,
    help: m.finding_duty_on_leave_help,
  },
  "building-without-contact": {
    label: m.finding_building_without_contact_label,
    title: m.finding_building_without_contact_title,
    help: m.finding_building_without_contact_help,
  },
  "place-not-inspected": {
    label: m.finding_place_not_inspected_label,
    title: m.finding_place_not_inspected_title,
    help: m.finding_place_not_inspected_help,
  },
  "target-not-inspected": {
    label: m.finding_target_not_inspected_label,
    title: m.finding_target_not_inspected_title,
    help: m.finding_target_not_inspected_help,
  },
  "grid-cut-off": {
    label: m.finding_grid_cut_off_label,
    title: m.finding_grid_cut_off_title,
    help: m.finding_grid_cut_off_help,
  },
  "grid-too-small": {
    label: m.finding_grid_too_small_label,
    title: m.finding_grid_too_small_title,
    help: m.finding_grid_too_small_help,
  },
  "grid-too-large": {
    label: m.finding_grid_too_large_label,
    title: m.finding_grid_too_large_title,
    help: m.finding_grid_too_large_help,
  },
  "micro-grid-too-small": {
    label: m.finding_micro_grid_too_small_label,
    title: m.finding_micro_grid_too_small_title,
    help: m.finding_micro_grid_too_small_help,
  },
  "micro-grid-too-large": {
    label: m.finding_micro_grid_too_large_label,
    title: m.finding_micro_grid_too_large_title,
    help: m.finding_micro_grid_too_large_help,
  },
  "grid-empty": {
    label: m.finding_grid_empty_label,
    title: m.finding_grid_empty_title,
    help: m.finding_grid_empty_help,
  },
  "micro-grid-empty": {
    label: m.finding_micro_grid_empty_label,
    title: m.finding_micro_grid_empty_title,
    help: m.finding_micro_grid_empty_help,
  },
  "outline-disagrees": {
    label: m.finding_outline_disagrees_label,
    title: m.finding_outline_disagrees_title,
    help: m.finding_outline_disagrees_help,
  },
  "building-outside-boundary": {
    label: m.finding_building_outside_boundary_label,
    title: m.finding_building_outside_boundary_title,
    help: m.finding_building_outside_boundary_help,
  },
  "footprint-problem": {
    label: m.finding_footprint_problem_label,
    title: m.finding_footprint_problem_title,
    help: m.finding_footprint_problem_help,
  },
};
