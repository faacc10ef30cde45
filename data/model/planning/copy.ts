import { type PlanState, postKey, postPlace } from "./state.ts";

/** The same division under new ids, so that it can stand beside the first as a plan of its own. */
export function copyOf(state: PlanState, newId: () => string): PlanState {
  const ids = new Map<string, string>();
  for (const id of [...state.grids.keys(), ...state.microGrids.keys()]) ids.set(id, newId());
  const renamed = (id: string) => ids.get(id) ?? id;
  return {
    grids: new Map([...state.grids].map(([id, facts]) => [renamed(id), facts])),
    microGrids: new Map(
      [...state.microGrids].map(([id, facts]) => [
        renamed(id),
        { ...facts, gridId: renamed(facts.gridId) },
      ]),
    ),
    units: new Map([...state.units].map(([unitId, id]) => [unitId, renamed(id)])),
    broken: state.broken,
    posts: new Map(
      [...state.posts].map(([key, personIds]) => {
        const place = postPlace(key);
        return [postKey({ ...place, placeId: renamed(place.placeId) }), personIds];
      }),
    ),
  };
}
