import type { HandOver } from "#data/model/answers/handOvers.ts";
import type { Duty } from "#data/model/bundle.ts";
import { type PlanState, postKey, postPlace } from "#data/model/planning/state.ts";

type VacantPost = HandOver["vacant"][number];

/**
 * Posts that nobody will hold: the worker of a grid and the leader of a micro-grid with something in
 * them, and what the plan itself leaves vacant.
 * @param duties those of the day on which the plan takes effect
 */
export function vacantPosts(
  plan: PlanState,
  duties: readonly Omit<Duty, "id">[],
  nameOf: (placeId: string) => string,
): VacantPost[] {
  const held = new Set(
    duties
      .filter(({ personId }) => personId !== null)
      .map(({ role, placeType, placeId }) => `${role} ${placeType} ${placeId}`),
  );
  const filled = new Set(plan.units.values());
  const fullGrids = new Set([...filled].map((id) => plan.microGrids.get(id)?.gridId));
  const wanted = [
    ...[...plan.grids.keys()]
      .filter((id) => fullGrids.has(id))
      .map((placeId) => postKey({ role: "grid-worker", placeType: "grid", placeId })),
    ...[...plan.microGrids.keys()]
      .filter((id) => filled.has(id))
      .map((placeId) => postKey({ role: "micro-grid-leader", placeType: "micro-grid", placeId })),
    ...[...plan.posts].flatMap(([key, personIds]) => (personIds.length === 0 ? [key] : [])),
  ];
  return [...new Set(wanted)]
    .filter((key) => !held.has(key))
    .map((key) => {
      const place = postPlace(key);
      return { ...place, placeName: nameOf(place.placeId) };
    });
}
