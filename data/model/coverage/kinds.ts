/** Everything the coverage page can say, in the order in which it says it. */
export const FINDING_KINDS = [
  "unit-uncovered",
  "unit-doubled",
  "grid-without-worker",
  "micro-grid-without-leader",
  "duty-vacant",
  "duty-on-leave",
  "building-without-contact",
  "place-not-inspected",
  "target-not-inspected",
  "grid-cut-off",
  "grid-too-small",
  "grid-too-large",
  "micro-grid-too-small",
  "micro-grid-too-large",
  "grid-empty",
  "micro-grid-empty",
  "outline-disagrees",
  "building-outside-boundary",
  "footprint-problem",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `act`: somebody has to do something. `look`: it may be meant so; only counters of `act` are alarms. */
export const SEVERITIES = ["act", "look"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Sizes, outlines and ground are local judgement, so they are only shown (DESIGN §3.6, DOMAIN §3). */
export const SEVERITY_OF_KIND: Record<FindingKind, Severity> = {
  "unit-uncovered": "act",
  "unit-doubled": "act",
  "grid-without-worker": "act",
  "micro-grid-without-leader": "act",
  "duty-vacant": "act",
  "duty-on-leave": "act",
  "building-without-contact": "act",
  "place-not-inspected": "act",
  "target-not-inspected": "act",
  "grid-cut-off": "look",
  "grid-too-small": "look",
  "grid-too-large": "look",
  "micro-grid-too-small": "look",
  "micro-grid-too-large": "look",
  "grid-empty": "look",
  "micro-grid-empty": "look",
  "outline-disagrees": "look",
  "building-outside-boundary": "look",
  "footprint-problem": "look",
};

/**
 * What a finding is about. A whole building is a `building`; an entrance of a broken one a `unit`; a
 * `point` is one that was drawn for a round.
 */
export const SUBJECT_TYPES = [
  "building",
  "unit",
  "grid",
  "micro-grid",
  "place",
  "duty",
  "point",
] as const;

/** What a footprint can have wrong. Touching neighbours are usual: seen, never a finding. */
export const FOOTPRINT_PROBLEM_KINDS = [
  "self-crossing",
  "zero-area",
  "identical",
  "nested",
  "overlapping",
  "touching",
] as const;
export type FootprintProblemKind = (typeof FOOTPRINT_PROBLEM_KINDS)[number];
