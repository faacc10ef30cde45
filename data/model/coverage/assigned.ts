import type { Finding } from "./findings.ts";
import { findingOf, subjectOf, subjectOfUnit } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

/** Units that no row of the plan covers, or more than one. */
export function findUnassigned(
  { units, nearestMicroGrid }: CoverageInput,
  ledger: Ledger,
): Finding[] {
  const findings: Finding[] = [];
  for (const unit of units) {
    const assigned = ledger.assignmentsOf.get(unit.id) ?? [];
    if (assigned.length === 1) continue;
    const { id: unitId, buildingId, households, position } = unit;
    const subject = subjectOfUnit(unit);
    const nearest = ledger.microGrids.get(nearestMicroGrid?.get(unitId) ?? "");
    findings.push(
      assigned.length === 0
        ? findingOf("unit-uncovered", subject, position, {
            unitId,
            buildingId,
            households,
            nearest: nearest ? { id: nearest.id, name: nearest.name } : null,
          })
        : findingOf("unit-doubled", subject, position, {
            unitId,
            buildingId,
            microGridIds: assigned.map(({ id }) => id),
          }),
    );
  }
  return findings;
}

/** Allowed, and shown: a building may be managed from outside its location (DESIGN §3.6). */
export function findOutsideBoundary(input: CoverageInput, ledger: Ledger): Finding[] {
  const findings: Finding[] = [];
  for (const [buildingId, units] of ledger.unitsOfBuilding) {
    const building = ledger.buildings.get(buildingId);
    const unit = units.find(
      ({ id }) => input.unitsOutsideBoundary.has(id) && ledger.assignmentsOf.get(id)?.length,
    );
    if (!building || !unit) continue;
    const subject = subjectOf("building", building);
    findings.push(findingOf("building-outside-boundary", subject, unit.position, {}));
  }
  return findings;
}
