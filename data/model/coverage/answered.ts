import { type DutyPlace, type Posts, postsAt, type Roster } from "../responsibility.ts";
import { centreOf } from "./positions.ts";
import type { Finding } from "./findings.ts";
import { headOf, subjectOf } from "./head.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

/** Grids without worker. An empty grid needs none; one whose worker is on leave is said as that. */
export function findGridsWithoutWorker(ledger: Ledger, roster: Roster): Finding[] {
  const findings: Finding[] = [];
  for (const grid of ledger.grids.values()) {
    const position = centreOf(ledger.unitsOfGrid.get(grid.id) ?? []);
    const posts = postsAt(roster, { type: "grid", id: grid.id }, "grid-worker");
    if (!position || isHeld(posts)) continue;
    const head = headOf("grid-without-worker", subjectOf("grid", grid), position);
    findings.push({ ...head, postIds: idsOf(posts) });
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
    findings.push({
      ...headOf("micro-grid-without-leader", subject, position),
      gridId: microGrid.grid.id,
      gridName: microGrid.grid.name,
      postIds: idsOf(posts),
    });
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
    const head = headOf("building-without-contact", subjectOf("building", building), position);
    findings.push({ ...head, postIds: [...idsOf(chiefs), ...idsOf(contacts)] });
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
