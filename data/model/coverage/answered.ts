import { type DutyPlace, type Posts, postsAt, type Roster } from "../responsibility.ts";
import { centreOf } from "./positions.ts";
import type { Finding } from "./findings.ts";
import { findingOf, subjectOf } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

/** Grids without worker. An empty grid needs none; one whose worker is on leave is said as that. */
export function findGridsWithoutWorker(ledger: Ledger, roster: Roster): Finding[] {
  const findings: Finding[] = [];
  for (const grid of ledger.grids.values()) {
    const position = centreOf(ledger.unitsOfGrid.get(grid.id) ?? []);
    const posts = postsAt(roster, { type: "grid", id: grid.id }, "grid-worker");
    if (!position || isHeld(posts)) continue;
    const details = { postIds: idsOf(posts) };
    findings.push(findingOf("grid-without-worker", subjectOf("grid", grid), position, details));
  }
  return findings;
}

export function findMicroGridsWithoutLeader(ledger: Ledger, roster: Roster): Finding[] {
  const findings: Finding[] = [];
  for (const microGrid of ledger.microGrids.values()) {
    const position = centreOf(ledger.unitsOfMicroGrid.get(microGrid.id) ?? []);
    const posts = postsAt(roster, { type: "micro-grid", id: microGrid.id }, "micro-grid-leader");
    if (!position || isHeld(posts)) continue;
    const subject = subjectOf("micro-grid", microGrid);
    const { id: gridId, name: gridName } = microGrid.grid;
    const details = { gridId, gridName, postIds: idsOf(posts) };
    findings.push(findingOf("micro-grid-without-leader", subject, position, details));
  }
  return findings;
}

/** Buildings with neither chief nor party contact, where the community wants one for each. */
export function findBuildingsWithoutContact(
  { bundle }: CoverageInput,
  ledger: Ledger,
  roster: Roster,
): Finding[] {
  if (!bundle.community.settings.wantsBuildingContacts) return [];
  const findings: Finding[] = [];
  for (const building of bundle.buildings) {
    const place: DutyPlace = { type: "building", id: building.id };
    const chiefs = postsAt(roster, place, "building-chief");
    const contacts = postsAt(roster, place, "party-contact");
    if (isHeld(chiefs) || isHeld(contacts)) continue;
    const position = ledger.unitsOfBuilding.get(building.id)?.[0]?.position ?? ledger.centre;
    const subject = subjectOf("building", building);
    const details = { postIds: [...idsOf(chiefs), ...idsOf(contacts)] };
    findings.push(findingOf("building-without-contact", subject, position, details));
  }
  return findings;
}

/** Held by somebody, be it one who is away today. */
function isHeld({ answering, onLeave }: Posts): boolean {
  return answering.length > 0 || onLeave.length > 0;
}

function idsOf({ vacant }: Posts): string[] {
  return vacant.map(({ id }) => id);
}
