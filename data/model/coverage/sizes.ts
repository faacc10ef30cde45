import type { Unit } from "../units.ts";
import type { Finding } from "./findings.ts";
import { findingOf, subjectOf } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";
import { centreOf } from "./positions.ts";

type Limits = [min: number, max: number];

/** Basic grids outside the community's limits, which belong to it still; empty ones are `grid-empty`. */
export function findGridSizes({ bundle }: CoverageInput, ledger: Ledger): Finding[] {
  // Where no household is known at all, every size would be wrong: that says nothing of the plan.
  if (bundle.households.length === 0) return [];
  const limits = bundle.community.settings.gridHouseholds;
  const findings: Finding[] = [];
  for (const grid of ledger.grids.values()) {
    const size = grid.kind === "basic" && sizeOf(ledger.unitsOfGrid.get(grid.id) ?? [], limits);
    if (!size) continue;
    const { kind, position, ...details } = size;
    findings.push(findingOf(`grid-${kind}`, subjectOf("grid", grid), position, details));
  }
  return findings;
}

export function findMicroGridSizes({ bundle }: CoverageInput, ledger: Ledger): Finding[] {
  if (bundle.households.length === 0) return [];
  const limits = bundle.community.settings.microGridHouseholds;
  const findings: Finding[] = [];
  for (const microGrid of ledger.microGrids.values()) {
    const { grid } = microGrid;
    const units = ledger.unitsOfMicroGrid.get(microGrid.id) ?? [];
    const size = grid.kind === "basic" && sizeOf(units, limits);
    if (!size) continue;
    const { kind, position, ...found } = size;
    const details = { ...found, gridId: grid.id, gridName: grid.name };
    const subject = subjectOf("micro-grid", microGrid);
    findings.push(findingOf(`micro-grid-${kind}`, subject, position, details));
  }
  return findings;
}

/** Undefined within the limits, both of which are still allowed, and without units. */
function sizeOf(units: Unit[], [min, max]: Limits) {
  const position = centreOf(units);
  const households = units.reduce((sum, unit) => sum + unit.households, 0);
  if (!position || (min <= households && households <= max)) return undefined;
  const kind = households < min ? ("too-small" as const) : ("too-large" as const);
  return { kind, position, households, min, max };
}
