import type { FindingOf } from "#data/model/coverage/findings.ts";
import { m } from "#web/messages/compiled/messages.js";

type FootprintFinding = FindingOf<"footprint-problem">;

interface ProblemWords {
  short: () => string;
  text: (inputs: { name: string; other: string }) => string;
}

const PROBLEM_WORDS: Record<FootprintFinding["problem"], ProblemWords> = {
  "self-crossing": {
    short: m.finding_footprint_problem_short_self_crossing,
    text: m.finding_footprint_problem_text_self_crossing,
  },
  "zero-area": {
    short: m.finding_footprint_problem_short_zero_area,
    text: m.finding_footprint_problem_text_zero_area,
  },
  identical: {
    short: m.finding_footprint_problem_short_identical,
    text: m.finding_footprint_problem_text_identical,
  },
  nested: {
    short: m.finding_footprint_problem_short_nested,
    text: m.finding_footprint_problem_text_nested,
  },
  overlapping: {
    short: m.finding_footprint_problem_short_overlapping,
    text: m.finding_footprint_problem_text_overlapping,
  },
};

export function footprintShort({ problem }: FootprintFinding): string {
  return PROBLEM_WORDS[problem].short();
}

export function footprintText({ problem, subject, otherName }: FootprintFinding): string {
  const other = otherName ?? m.finding_footprint_problem_other();
  return PROBLEM_WORDS[problem].text({ name: subject.name, other });
}
