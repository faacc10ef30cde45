import type { AnonymousBundle } from "#data/model/bundle.ts";
import { coverageOf } from "#data/model/coverage/coverage.ts";
import type { Finding, FindingOf } from "#data/model/coverage/findings.ts";
import type { CoverageInput } from "#data/model/coverage/input.ts";
import type { FindingKind } from "#data/model/coverage/kinds.ts";
import { unitsOf } from "#data/model/units.ts";
import { PLAN, positionOf, TODAY } from "./village.ts";

export function inputOf(
  bundle: AnonymousBundle,
  changes: Partial<CoverageInput> = {},
): CoverageInput {
  return {
    today: TODAY,
    bundle,
    planId: PLAN,
    units: unitsOf(bundle, PLAN, positionOf),
    partsOfGrid: new Map(),
    unitsOutsideBoundary: new Set(),
    footprintProblems: [],
    ...changes,
  };
}

export function findingsOf(
  bundle: AnonymousBundle,
  changes: Partial<CoverageInput> = {},
): Finding[] {
  return coverageOf(inputOf(bundle, changes)).findings;
}

/** The findings of one kind, for tests that look into them. */
export function findingsOfKind<Kind extends FindingKind>(
  kind: Kind,
  bundle: AnonymousBundle,
  changes: Partial<CoverageInput> = {},
): FindingOf<Kind>[] {
  return findingsOf(bundle, changes).filter(
    (finding): finding is FindingOf<Kind> => finding.kind === kind,
  );
}

/** Findings as their ids: the kind and whom it is about. */
export function idsOf(findings: readonly Finding[]): string[] {
  return findings.map(({ id }) => id);
}
