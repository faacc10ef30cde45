import { lastInspectedOn, NO_VISITS } from "../inspections/visits.ts";
import { isSmallPlace } from "../places.ts";
import type { LonLat } from "../units.ts";
import type { Finding } from "./findings.ts";
import { findingOf, subjectOf } from "./finding.ts";
import type { CoverageInput } from "./input.ts";

/** Small places not inspected within the community's period, whose last day still counts. */
export function findNotInspected({ bundle, today, visits = NO_VISITS }: CoverageInput): Finding[] {
  const periodDays = bundle.community.settings.inspectionPeriodDays;
  const findings: Finding[] = [];
  for (const place of bundle.places) {
    if (!isSmallPlace(place.kind)) continue;
    const { kind: placeKind } = place;
    const inspectedOn = lastInspectedOn(place, visits);
    const daysSince = inspectedOn === null ? null : daysBetween(inspectedOn, today);
    if (daysSince !== null && daysSince <= periodDays) continue;
    const [longitude = 0, latitude = 0] = place.location.coordinates;
    const details = { placeKind, inspectedOn, daysSince, periodDays };
    const position: LonLat = [longitude, latitude];
    findings.push(findingOf("place-not-inspected", subjectOf("place", place), position, details));
  }
  return findings;
}

/** Calendar days between ISO dates, which are read as UTC and so have 24 hours each. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
