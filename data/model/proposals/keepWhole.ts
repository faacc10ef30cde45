import type { ProposalGoal } from "../answers/proposals.ts";
import type { PlanningGround } from "../planning/ground.ts";
import type { UnitGround } from "./unitGround.ts";

/** The compound of each unit as a number from 0, -1 for none. */
export function compoundsOf({ units }: UnitGround): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(units, ({ compoundId }) => {
    if (compoundId === null) return -1;
    if (!numbers.has(compoundId)) numbers.set(compoundId, numbers.size);
    return numbers.get(compoundId)!;
  });
}

/**
 * What the goal wants kept whole, as a group per unit: compounds, party groups, or both; then a
 * compound that fits into `max` counts before the party groups in it. Undefined where nothing is.
 */
export function groupsToKeep(
  ground: UnitGround,
  { partyGroups }: Pick<PlanningGround, "partyGroups">,
  { keepWhole }: Pick<ProposalGoal, "keepWhole">,
  max: number,
): Int32Array | undefined {
  if (keepWhole.length === 0) return undefined;
  const compounds = keepWhole.includes("compound")
    ? compoundsOf(ground)
    : new Int32Array(ground.units.length).fill(-1);
  if (!keepWhole.includes("party-group")) return compounds;
  const loads = new Map<number, number>();
  compounds.forEach((compound, unit) => {
    loads.set(compound, (loads.get(compound) ?? 0) + ground.graph.loads[unit]!);
  });
  // The group of most specific reach: one of a building counts before its compound's branch.
  const bySize = partyGroups.toSorted((a, b) => b.buildingIds.length - a.buildingIds.length);
  const groupOf = new Map(
    bySize.flatMap(({ buildingIds }, group) => buildingIds.map((id) => [id, group] as const)),
  );
  return Int32Array.from(ground.units, ({ buildingId }, unit) => {
    const compound = compounds[unit]!;
    if (compound >= 0 && loads.get(compound)! <= max) return compound;
    const group = groupOf.get(buildingId);
    return group === undefined ? compound : loads.size + group;
  });
}
