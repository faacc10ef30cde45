import type { HazardReport } from "#data/model/answers/hazards.ts";
import type { NewInspection } from "#data/model/answers/inspections.ts";
import { type AnsweredLine, hazardIdOf, hazardNote } from "#data/model/inspections/answered.ts";
import type { VisitedThing } from "../resident/targets.ts";

/** A hazard that an inspection found, with the line that failed. */
export type FoundHazard = Omit<HazardReport, "photos"> & { lineId: string };

/** What the person said of each, and for all other fails one with the line as its title. */
export function foundHazards(
  inspection: NewInspection,
  thing: VisitedThing,
  answered: readonly AnsweredLine[],
): FoundHazard[] {
  const said = new Map(inspection.hazards.map((hazard) => [hazard.lineId, hazard]));
  const lines = new Map(answered.map((line) => [line.lineId, line]));
  const own = inspection.hazards.map(({ photos: _, ...hazard }) => {
    const line = lines.get(hazard.lineId);
    return line ? { ...hazard, note: hazardNote({ text: line.text, note: hazard.note }) } : hazard;
  });
  const made = answered
    .filter(({ answer, lineId }) => answer === "fail" && !said.has(lineId))
    .map((line): FoundHazard => hazardOf(inspection, thing, line));
  return [...own, ...made];
}

function hazardOf(
  { id, floors, doneAt }: NewInspection,
  { buildingId, placeId, longitude, latitude }: VisitedThing,
  line: AnsweredLine,
): FoundHazard {
  const [floor = null, ...others] = floors ?? [];
  return {
    ...{ id: hazardIdOf(id, line.lineId), lineId: line.lineId, category: line.category },
    ...{ level: "general", note: hazardNote(line), majorRule: null, sameAsId: null },
    location: { type: "Point", coordinates: [longitude, latitude] },
    // What stands in no building is not put into one that happens to be near.
    ...{ buildingId, placeId, floor: others.length === 0 ? floor : null, doneAt },
  };
}
