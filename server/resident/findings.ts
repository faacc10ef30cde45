import type { Finding } from "#data/model/coverage/findings.ts";
import type { Visits } from "#data/model/inspections/visits.ts";
import { coverageToday } from "./coverage.ts";
import type { Resident } from "./resident.ts";

/** Today's findings whose subject is one of these things, or a post at one of them. */
export function findingsAbout(
  { resident, visits }: { resident: Resident; visits: Visits },
  ids: ReadonlySet<string>,
): Finding[] {
  return coverageToday(resident, visits).findings.filter(
    (finding) => ids.has(finding.subject.id) || ("placeId" in finding && ids.has(finding.placeId)),
  );
}
