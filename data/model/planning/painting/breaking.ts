import type { PlanChange } from "../change.ts";
import type { PlanningBuilding } from "../ground.ts";
import type { PlanState } from "../state.ts";

/** Makes a building's entrances its units, all where the building was. Undefined where it has none or one. */
export function breakBuilding(
  { units, broken }: PlanState,
  { id, entrances }: Pick<PlanningBuilding, "id" | "entrances">,
): PlanChange | undefined {
  if (broken.has(id) || entrances.length < 2) return undefined;
  const microGridId = units.get(id);
  if (microGridId === undefined) return { broken: [[id, true]] };
  return {
    broken: [[id, true]],
    put: [[id, null], ...entrances.map(({ id }): [string, string] => [id, microGridId])],
  };
}

/** Makes a broken building one unit again: in the micro-grid that has most of its entrances, the first of equals. */
export function joinBuilding(
  { units, broken }: PlanState,
  { id, entrances }: Pick<PlanningBuilding, "id" | "entrances">,
): PlanChange | undefined {
  if (!broken.has(id)) return undefined;
  const counts = new Map<string, number>();
  for (const entrance of entrances) {
    const microGridId = units.get(entrance.id);
    if (microGridId !== undefined) counts.set(microGridId, (counts.get(microGridId) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return {
    broken: [[id, false]],
    put: [
      ...entrances
        .filter((entrance) => units.has(entrance.id))
        .map((entrance): [string, null] => [entrance.id, null]),
      ...(most ? [[id, most[0]] as [string, string]] : []),
    ],
  };
}
