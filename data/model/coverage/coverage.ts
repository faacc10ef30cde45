import { rosterOn } from "../responsibility.ts";
import {
  findBuildingsWithoutContact,
  findGridsWithoutWorker,
  findMicroGridsWithoutLeader,
} from "./answered.ts";
import { findOutsideBoundary, findUnassigned } from "./assigned.ts";
import { findDuties } from "./duties.ts";
import type { Coverage } from "./findings.ts";
import { findFootprintProblems } from "./footprints.ts";
import type { CoverageInput } from "./input.ts";
import { findNotInspected } from "./inspections.ts";
import { ledgerOf } from "./ledger.ts";
import { inOrder } from "./order.ts";
import { findOutlineDisagreements } from "./outlines.ts";
import { findCutOff, findEmpty } from "./shapes.ts";
import { findGridSizes, findMicroGridSizes } from "./sizes.ts";
import { findTargetsNotInspected } from "./targets.ts";
import { totalsOf } from "./totals.ts";

/** Every finding of DESIGN §3 for one plan of one community, on one day. */
export function coverageOf(input: CoverageInput): Coverage {
  const ledger = ledgerOf(input);
  const roster = rosterOn(input.bundle, input.today);
  const unanswered = [
    ...findGridsWithoutWorker(ledger, roster),
    ...findMicroGridsWithoutLeader(ledger, roster),
    ...findBuildingsWithoutContact(input, ledger, roster),
  ];
  const findings = inOrder([
    ...findUnassigned(input, ledger),
    ...unanswered,
    ...findDuties(ledger, roster, unanswered),
    ...findNotInspected(input),
    ...findTargetsNotInspected(input, ledger),
    ...findCutOff(input, ledger),
    ...findGridSizes(input, ledger),
    ...findMicroGridSizes(input, ledger),
    ...findEmpty(ledger),
    ...findOutlineDisagreements(input, ledger),
    ...findOutsideBoundary(input, ledger),
    ...findFootprintProblems(input, ledger),
  ]);
  return { totals: totalsOf(input, findings), findings };
}
