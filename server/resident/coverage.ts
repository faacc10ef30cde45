import { partsOf } from "#data/model/cells/adjacency.ts";
import { coverageOf } from "#data/model/coverage/coverage.ts";
import type { Coverage } from "#data/model/coverage/findings.ts";
import type { FootprintProblem } from "#data/model/coverage/input.ts";
import { FOOTPRINT_PROBLEM_KINDS, type FootprintProblemKind } from "#data/model/coverage/kinds.ts";
import { nearestMicroGrids } from "#data/model/ground/nearestMicroGrids.ts";
import { NO_VISITS } from "#data/model/inspections/visits.ts";
import type { Resident } from "./resident.ts";

/**
 * The coverage of the plan in force on the community's own today. Without visits it leaves out what
 * inspections say, and does not change with them.
 */
export function coverageToday(resident: Resident, visits = NO_VISITS): Coverage {
  const { bundle, plan } = resident;
  return resident.keepWith("coverage", visits, (today) =>
    coverageOf({
      today,
      bundle,
      planId: plan?.id ?? null,
      units: resident.units,
      partsOfGrid: partsOfGrids(resident),
      unitsOutsideBoundary: new Set(
        resident.tessellation.problems
          .filter(({ kind }) => kind === "outside-boundary")
          .map(({ footprintId }) => footprintId),
      ),
      footprintProblems: resident.tessellation.problems.filter(isOfFootprint),
      nearestMicroGrid: nearestMicroGrids(resident),
      visits,
    }),
  );
}

function isOfFootprint(problem: {
  footprintId: string;
  kind: string;
  otherId?: string;
}): problem is FootprintProblem {
  return FOOTPRINT_PROBLEM_KINDS.includes(problem.kind as FootprintProblemKind);
}

/** Exclaves are no parts: a building outside the boundary is flagged as such, not as cut off. */
function partsOfGrids(resident: Resident): Map<string, string[][]> {
  const parts = partsOf(resident.adjacency, resident.gridIndexes, resident.grids.length);
  return new Map(
    resident.grids.map(({ id }, index) => [
      id,
      (parts[index] ?? []).map((part) =>
        Array.from(part, (unitIndex) => resident.units[unitIndex]?.id ?? ""),
      ),
    ]),
  );
}
