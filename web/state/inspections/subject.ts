import type { Checklist } from "#data/model/answers/checklists.ts";
import type { PointLocation } from "#data/model/answers/hazards.ts";
import type { RoundDetail, RoundTarget } from "#data/model/answers/rounds.ts";
import type { ChecklistLine, TargetType } from "#data/model/inspections/kinds.ts";

/** What is inspected, of a round or outside of all, and by which lines. */
export interface InspectionSubject {
  roundId: string | null;
  targetId: string | null;
  /** Outside of rounds: whose lines they are. */
  checklistId: string | null;
  type: TargetType;
  name: string;
  /** Where it is and of which round, in words. */
  detail: string;
  placeId: string | null;
  buildingId: string | null;
  location: PointLocation;
  storeys: number | null;
  lines: readonly ChecklistLine[];
}

/** Something of the ground that is inspected without a round. */
export interface GroundSubject {
  type: "place" | "building";
  id: string;
  name: string;
  location: PointLocation;
  /** The building that a place is in. */
  buildingId: string | null;
  storeys: number | null;
}

export function subjectOfTarget(target: RoundTarget, round: RoundDetail): InspectionSubject {
  const { type, name, place, building, location, storeys, grid } = target;
  return {
    ...{ roundId: round.id, targetId: target.id, checklistId: null },
    ...{ type, name, location, storeys: type === "building" ? storeys : null },
    detail: [round.name, grid?.name].filter(Boolean).join(" · "),
    ...{ placeId: place?.id ?? null, buildingId: building?.id ?? null },
    lines: round.checklist,
  };
}

/** By the first list that is for such things, as the server takes it. */
export function subjectOfGround(
  { type, id, name, location, buildingId, storeys }: GroundSubject,
  lists: readonly Checklist[],
): InspectionSubject | undefined {
  const list = lists.find((each) => each.for.includes(type)) ?? lists[0];
  if (!list) return undefined;
  return {
    ...{ roundId: null, targetId: null, checklistId: list.id, type, name, detail: list.name },
    ...{ location, storeys, lines: list.lines },
    placeId: type === "place" ? id : null,
    buildingId: type === "building" ? id : buildingId,
  };
}
