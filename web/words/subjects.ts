import type { Finding } from "#data/model/coverage/findings.ts";
import { m } from "#web/messages/compiled/messages.js";
import { GROUND_TYPES, type GroundThing, type GroundType } from "#web/state/view.ts";

/** What a finding is about, as a thing with a card; null for what has none, such as the community. */
export function thingOf(finding: Finding): GroundThing | null {
  const { type, id } = finding.subject;
  switch (type) {
    case "unit":
      return "buildingId" in finding ? { type: "building", id: finding.buildingId } : null;
    case "duty":
      return "placeType" in finding ? cardOf(finding.placeType, finding.placeId) : null;
    case "point":
      return null;
    default:
      return { type, id };
  }
}

function cardOf(placeType: string, id: string): GroundThing | null {
  const type = GROUND_TYPES.find((candidate) => candidate === placeType);
  return type ? { type, id } : null;
}

/** What the button that opens a thing's card says. */
export const OPEN_THING_WORDS = {
  building: m.coverage_open_building,
  grid: m.coverage_open_grid,
  "micro-grid": m.coverage_open_micro_grid,
  compound: m.coverage_open_compound,
  place: m.coverage_open_place,
} satisfies Record<GroundType, () => string>;
