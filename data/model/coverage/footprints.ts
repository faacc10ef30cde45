import type { LonLat } from "../units.ts";
import type { Finding, Subject } from "./findings.ts";
import { headOf, subjectOf, subjectOfUnit } from "./head.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

/** Footprints that are wrong in themselves or with another; a pair told from both sides counts once. */
export function findFootprintProblems(input: CoverageInput, ledger: Ledger): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { footprintId, kind: problem, otherId } of input.footprintProblems) {
    const found = locate(ledger, footprintId);
    if (!found || problem === "touching") continue;
    const head = headOf("footprint-problem", found.subject, found.position, problem);
    const pair = [problem, footprintId, otherId ?? ""];
    const key = pair.toSorted().join(":");
    if (findings.has(key)) continue;
    const otherName =
      otherId === undefined ? null : (locate(ledger, otherId)?.subject.name ?? null);
    const id = otherId === undefined ? head.id : `${head.id}:${otherId}`;
    findings.set(key, { ...head, id, problem, otherId: otherId ?? null, otherName });
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
