import type { Finding } from "./findings.ts";
import { findingOf, subjectOf } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";
import { centreOf } from "./positions.ts";

/** Parts of a grid beside its largest. Exclaves are neither: they are said as outside the boundary. */
export function findCutOff(input: CoverageInput, ledger: Ledger): Finding[] {
  const findings: Finding[] = [];
  for (const grid of ledger.grids.values()) {
    const parts = input.partsOfGrid.get(grid.id) ?? [];
    const inside = parts.filter((part) => part.some((id) => !input.unitsOutsideBoundary.has(id)));
    for (const unitIds of inside.slice(1)) {
      const position = centreOf(unitIds.flatMap((id) => ledger.units.get(id) ?? []));
      const [first] = unitIds.toSorted();
      if (!position) continue;
      const subject = subjectOf("grid", grid);
      findings.push(findingOf("grid-cut-off", subject, position, { unitIds }, first));
    }
  }
  return findings;
}

/** Grids and micro-grids without a single unit. */
export function findEmpty(ledger: Ledger): Finding[] {
  const findings: Finding[] = [];
  for (const grid of ledger.grids.values()) {
    if (ledger.unitsOfGrid.has(grid.id)) continue;
    findings.push(findingOf("grid-empty", subjectOf("grid", grid), ledger.centre, {}));
  }
  for (const microGrid of ledger.microGrids.values()) {
    if (ledger.unitsOfMicroGrid.has(microGrid.id)) continue;
    const { id: gridId, name: gridName } = microGrid.grid;
    const position = centreOf(ledger.unitsOfGrid.get(gridId) ?? []) ?? ledger.centre;
    const subject = subjectOf("micro-grid", microGrid);
    findings.push(findingOf("micro-grid-empty", subject, position, { gridId, gridName }));
  }
  return findings;
}
