import type { Reach } from "#data/model/answers/people.ts";
import { type Action, ACTIONS } from "#data/model/permissions.ts";

/** One action with every place it reaches, by whichever role. */
export interface ActionReach {
  action: Action;
  places: Reach["places"];
}

/** What is said of an administrator alone: nobody else misses it. */
const OF_ADMINISTRATORS: readonly Action[] = ["create-community", "manage-accounts"];

/** What somebody may do and what not, in the order of `ACTIONS`; a place that two roles reach stands once. */
export function reachByAction(reach: readonly Reach[]): { may: ActionReach[]; mayNot: Action[] } {
  const may = ACTIONS.flatMap((action): ActionReach[] => {
    const places = reach.filter((each) => each.action === action).flatMap(({ places }) => places);
    const once = [...new Map(places.map((place) => [place.id, place])).values()];
    return once.length > 0 ? [{ action, places: once }] : [];
  });
  const done = new Set(may.map(({ action }) => action));
  const mayNot = ACTIONS.filter(
    (action) => !done.has(action) && !OF_ADMINISTRATORS.includes(action),
  );
  return { may, mayNot };
}
