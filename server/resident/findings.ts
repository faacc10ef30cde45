import type { Finding } from "#data/model/coverage/findings.ts";
import { coverageToday } from "./coverage.ts";
import type { Resident } from "./resident.ts";

/** Today's findings whose subject is one of these things, or a post at one of them. */
export function findingsAbout(resident: Resident, ids: ReadonlySet<string>): Finding[] {
  return coverageToday(resident).findings.filter(
    (finding) => ids.has(finding.subject.id) || ("placeId" in finding && ids.has(finding.placeId)),
  );
}
