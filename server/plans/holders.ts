import type { Duty } from "#data/model/bundle.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import type { HeldPlaceType, PostRole } from "#data/model/plans.ts";

export interface Place {
  placeType: HeldPlaceType;
  placeId: string;
}

/** Who answers for a unit in a role, each with the place by which they do; in the order of their ids. */
export type HoldersOf = (unit: PlanningUnit, role: PostRole) => ReadonlyMap<string, Place>;

/** @param duties those of one day @param state the division in which a unit lies somewhere */
export function holdersIn(state: PlanState, duties: readonly Omit<Duty, "id">[]): HoldersOf {
  const personsAt = new Map<string, string[]>();
  for (const { role, placeType, placeId, personId } of duties) {
    if (personId === null) continue;
    const key = `${role} ${placeType} ${placeId}`;
    personsAt.set(key, [...(personsAt.get(key) ?? []), personId]);
  }
  return (unit, role) => {
    const held = placesOf(state, unit).flatMap((place) =>
      (personsAt.get(`${role} ${place.placeType} ${place.placeId}`) ?? []).map(
        (personId): [string, Place] => [personId, place],
      ),
    );
    return new Map(held.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
}

/** A unit of a building that this plan does not break goes with its building. */
function placesOf(state: PlanState, { id, buildingId, compoundId }: PlanningUnit): Place[] {
  const places: Place[] = [{ placeType: "building", placeId: buildingId }];
  if (compoundId !== null) places.push({ placeType: "compound", placeId: compoundId });
  const microGridId = state.units.get(id) ?? state.units.get(buildingId);
  if (microGridId === undefined) return places;
  places.push({ placeType: "micro-grid", placeId: microGridId });
  const gridId = state.microGrids.get(microGridId)?.gridId;
  return gridId === undefined ? places : [...places, { placeType: "grid", placeId: gridId }];
}
