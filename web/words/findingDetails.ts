import type { Finding, FindingOf } from "#data/model/coverage/findings.ts";
import type { FindingKind } from "#data/model/coverage/kinds.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ROLE_WORDS } from "./duties.ts";
import { onLeaveText, vacantText } from "./dutyFindings.ts";
import { footprintShort, footprintText } from "./footprintFindings.ts";
import { dayText } from "./dates.ts";
import { unitsText } from "./drafts.ts";
import { daysText, householdsText, numberText } from "./numbers.ts";

type DetailWords = {
  [Kind in FindingKind]: {
    /** After the subject's name: what tells it from the others of its kind. */
    short: (finding: FindingOf<Kind>) => string;
    /** One sentence: what it is, with its numbers, and what to do next. */
    text: (finding: FindingOf<Kind>) => string;
  };
};

/** What one finding of each kind says. */
export const FINDING_DETAIL_WORDS: DetailWords = {
  "unit-uncovered": {
    short: ({ households }) => householdsText(households),
    text: ({ subject: { name }, households }) =>
      households === 0
        ? m.finding_unit_uncovered_text_unlived({ name })
        : m.finding_unit_uncovered_text({ name, households: householdsText(households) }),
  },
  "unit-doubled": { short: doubledShort, text: doubledText },
  "grid-without-worker": {
    short: () => m.finding_grid_without_worker_short(),
    text: ({ subject: { name }, postIds }) =>
      postIds.length === 0
        ? m.finding_grid_without_worker_text({ name })
        : m.finding_grid_without_worker_text_vacant({ name }),
  },
  "micro-grid-without-leader": {
    short: ({ gridName }) => gridName,
    text: ({ subject: { name }, gridName: grid, postIds }) =>
      postIds.length === 0
        ? m.finding_micro_grid_without_leader_text({ name, grid })
        : m.finding_micro_grid_without_leader_text_vacant({ name, grid }),
  },
  "duty-vacant": { short: ({ role }) => ROLE_WORDS[role](), text: vacantText },
  "duty-on-leave": {
    short: ({ personName: person, role }) =>
      m.finding_duty_on_leave_short({ person, role: ROLE_WORDS[role]() }),
    text: onLeaveText,
  },
  "building-without-contact": {
    short: () => m.finding_building_without_contact_short(),
    text: ({ subject: { name }, postIds }) =>
      postIds.length === 0
        ? m.finding_building_without_contact_text({ name })
        : m.finding_building_without_contact_text_vacant({ name }),
  },
  "place-not-inspected": {
    short: ({ daysSince }) =>
      daysSince === null ? m.finding_place_not_inspected_short_never() : daysText(daysSince),
    text: notInspectedText,
  },
  "target-not-inspected": {
    short: ({ roundName }) => roundName,
    text: targetText,
  },
  "grid-cut-off": {
    short: ({ unitIds }) => unitsText(unitIds.length),
    text: ({ subject: { name }, unitIds }) =>
      m.finding_grid_cut_off_text({ name, buildings: unitsText(unitIds.length) }),
  },
  "grid-too-small": { short: sizeShort, text: tooSmallText },
  "grid-too-large": { short: sizeShort, text: tooLargeText },
  "micro-grid-too-small": { short: sizeShort, text: tooSmallText },
  "micro-grid-too-large": { short: sizeShort, text: tooLargeText },
  "grid-empty": {
    short: () => m.finding_empty_short(),
    text: ({ subject: { name } }) => m.finding_grid_empty_text({ name }),
  },
  "micro-grid-empty": {
    short: ({ gridName }) => gridName,
    text: ({ subject: { name }, gridName: grid }) =>
      m.finding_micro_grid_empty_text({ name, grid }),
  },
  "outline-disagrees": {
    short: ({ outlineGridIds }) =>
      outlineGridIds.length === 0
        ? m.finding_outline_disagrees_short_outside()
        : m.finding_outline_disagrees_short(),
    text: ({ subject: { name }, outlineGridIds }) =>
      outlineGridIds.length === 0
        ? m.finding_outline_disagrees_text_outside({ name })
        : m.finding_outline_disagrees_text({ name }),
  },
  "building-outside-boundary": {
    short: () => m.finding_building_outside_boundary_short(),
    text: ({ subject: { name } }) => m.finding_building_outside_boundary_text({ name }),
  },
  "footprint-problem": { short: footprintShort, text: footprintText },
};

/** Twice in the same micro-grid is another mistake than in two of them. */
function doubledShort({ microGridIds }: FindingOf<"unit-doubled">): string {
  const count = new Set(microGridIds).size;
  return m.finding_unit_doubled_short({ count, number: numberText(count) });
}

function doubledText({ subject: { name }, microGridIds }: FindingOf<"unit-doubled">): string {
  const count = new Set(microGridIds).size;
  return count === 1
    ? m.finding_unit_doubled_text_same({ name, number: numberText(microGridIds.length) })
    : m.finding_unit_doubled_text({ name, number: numberText(count) });
}

function notInspectedText(finding: FindingOf<"place-not-inspected">): string {
  const { name } = finding.subject;
  const period = daysText(finding.periodDays);
  return finding.daysSince === null
    ? m.finding_place_not_inspected_text_never({ name, period })
    : m.finding_place_not_inspected_text({ name, period, days: daysText(finding.daysSince) });
}

function targetText(finding: FindingOf<"target-not-inspected">): string {
  const inputs = { name: finding.subject.name, round: finding.roundName };
  switch (finding.state) {
    case "due":
      return m.finding_target_not_inspected_text_due({
        ...inputs,
        day: dayText(finding.periodEndsOn),
      });
    case "late":
      return m.finding_target_not_inspected_text_late(inputs);
    case "never":
      return m.finding_target_not_inspected_text_never(inputs);
  }
}

type Sized = Extract<Finding, { households: number; max: number }>;

function sizeShort({ households }: Sized): string {
  return householdsText(households);
}

function tooSmallText({ subject: { name }, households, min }: Sized): string {
  return m.finding_too_small_text({
    name,
    households: householdsText(households),
    limit: numberText(min),
    difference: numberText(min - households),
  });
}

function tooLargeText({ subject: { name }, households, max }: Sized): string {
  return m.finding_too_large_text({
    name,
    households: householdsText(households),
    limit: numberText(max),
    difference: numberText(households - max),
  });
}
