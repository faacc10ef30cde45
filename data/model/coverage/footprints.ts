import type { LonLat } from "../units.ts";
import type { Finding, Subject } from "./findings.ts";
import { findingOf, subjectOf, subjectOfUnit } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

/** Footprints that are wrong in themselves or with another; a pair told from both sides counts once. */
export function findFootprintProblems(input: CoverageInput, ledger: Ledger): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { footprintId, kind: problem, otherId } of input.footprintProblems) {
    const found = locate(ledger, footprintId);
    if (!found || problem === "touching") continue;
    const key = [problem, footprintId, otherId ?? ""].toSorted().join(":");
    if (findings.has(key)) continue;
    const other = otherId === undefined ? undefined : locate(ledger, otherId);
    const otherName = other?.subject.name ?? null;
    const details = { problem, otherId: otherId ?? null, otherName };
    const part = otherId === undefined ? problem : `${problem}:${otherId}`;
    const { subject, position } = found;
    findings.set(key, findingOf("footprint-problem", subject, position, details, part));
  }
  return [...findings.values()];
}

function locate(ledger: Ledger, id: string): { subject: Subject; position: LonLat } | undefined {
  const building = ledger.buildings.get(id);
  if (building) {
    const position = ledger.unitsOfBuilding.get(id)?.[0]?.position ?? ledger.centre;
    return { subject: subjectOf("building", building), position };
  }
  const unit = ledger.units.get(id);
  return unit && { subject: subjectOfUnit(unit), position: unit.position };
}
