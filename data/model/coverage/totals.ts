import { countsOf } from "../counts.ts";
import type { CoverageTotals, Finding } from "./findings.ts";
import type { CoverageInput } from "./input.ts";
import { FINDING_KINDS, type FindingKind } from "./kinds.ts";

export function totalsOf(
  { bundle, planId, units }: CoverageInput,
  findings: readonly Finding[],
): CoverageTotals {
  const byKind = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<
    FindingKind,
    number
  >;
  for (const { kind } of findings) byKind[kind] += 1;
  const act = findings.filter(({ severity }) => severity === "act").length;
  const { households } = bundle;
  return {
    ...countsOf(bundle, planId),
    units: units.length,
    residents: households.reduce((sum, household) => sum + household.residents, 0),
    partyHouseholds: households.filter(({ partyStanding }) => partyStanding !== "none").length,
    uncovered: byKind["unit-uncovered"],
    doubled: byKind["unit-doubled"],
    vacant:
      byKind["grid-without-worker"] + byKind["micro-grid-without-leader"] + byKind["duty-vacant"],
    act,
    look: findings.length - act,
    byKind,
  };
}
