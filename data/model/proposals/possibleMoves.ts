import { piecesOf } from "../partition/components.ts";
import type { Groups } from "./groups.ts";
import type { Limits } from "./limits.ts";
import type { UnitGround } from "./unitGround.ts";

/** What moving the unit to a group it meets would do, in the unit of the limits. */
export interface PossibleMove {
  groupId: string;
  groupName: string;
  here: { before: number; after: number; isOutsideAfter: boolean };
  there: { before: number; after: number; isOutsideAfter: boolean };
  cutsOff: boolean;
  splitsCompound: boolean;
}

/** To every group that the unit meets and that may take it. */
export function possibleMoves(
  ground: UnitGround,
  groups: Groups,
  unit: number,
  limits: Limits,
): PossibleMove[] {
  const { graph, units, households } = ground;
  const here = groups.ofUnit[unit]!;
  const met = new Set<number>();
  for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
    const there = groups.ofUnit[graph.neighbours[i]!]!;
    const isOpen = there >= 0 && !groups.isLocked[there] && !groups.isDedicated[there];
    if (there !== here && isOpen) met.add(there);
  }
  const amounts = limits.of === "load" ? groups.loads : groups.households;
  const amount = limits.of === "load" ? graph.loads[unit]! : households[unit]!;
  const cutsOff = leavesPieces(ground, groups, unit);
  const { compoundId } = units[unit]!;
  const fellows = units.flatMap((other, index) =>
    compoundId !== null && other.compoundId === compoundId && index !== unit ? [index] : [],
  );
  const isWhole = fellows.length > 0 && fellows.every((other) => groups.ofUnit[other] === here);
  const side = (group: number, change: number) => {
    const after = amounts[group]! + change;
    const isOutsideAfter = after > limits.max + 1e-9 || after < limits.min - 1e-9;
    return { before: amounts[group]!, after, isOutsideAfter };
  };
  return [...met].map((there) => ({
    groupId: groups.ids[there]!,
    groupName: groups.names[there]!,
    here: side(here, -amount),
    there: side(there, amount),
    cutsOff,
    splitsCompound: isWhole,
  }));
}

/** Whether its group falls apart without the unit. */
function leavesPieces({ graph }: UnitGround, { ofUnit }: Groups, unit: number): boolean {
  const own = Int32Array.from(ofUnit, (group) => (group === ofUnit[unit] ? 0 : -1));
  const before = piecesOf(graph, own);
  const piece = before.ofUnit[unit]!;
  const rest = before.ofUnit.map((other, index) => (other === piece && index !== unit ? 0 : -1));
  return piecesOf(graph, rest).count > 1;
}
