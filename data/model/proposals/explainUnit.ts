import type { ProposalGoal } from "../answers/proposals.ts";
import type { LoadWeights } from "../communities.ts";
import type { PlanningGround } from "../planning/ground.ts";
import type { PlanState } from "../planning/state.ts";
import type { PlanLevel } from "../plans.ts";
import { groupsOf, type Groups } from "./groups.ts";
import { excessOf, limitsFor, type Limits, type SizeSettings } from "./limits.ts";
import { unitGroundOf, type UnitGround } from "./unitGround.ts";
import { possibleMoves, type PossibleMove } from "./possibleMoves.ts";

export type { PossibleMove };

/** What holds a unit where it is. */
export const HOLDS = [
  /** Its grid or micro-grid is locked, or dedicated. */
  "locked",
  "dedicated",
  /** The whole of its compound is here. */
  "compound",
  /** Without it what is left of its group would be in pieces. */
  "contiguity",
  /** Its group would be too small without it. */
  "limit-here",
  /** Every group it could go to would be too large. */
  "limit-there",
  /** It meets no other group. */
  "inside",
  /** It meets nothing: it went to the nearest. */
  "island",
] as const;
export type Hold = (typeof HOLDS)[number];

export interface UnitNeighbour {
  unitId: string;
  name: string;
  groupId: string | null;
  groupName: string | null;
  /** Length of the open common border. */
  borderMeters: number;
}

export interface UnitExplanation {
  unitId: string;
  name: string;
  load: number;
  households: number;
  groupId: string | null;
  groupName: string | null;
  limits: Limits;
  neighbours: UnitNeighbour[];
  holds: Hold[];
  moves: PossibleMove[];
}

export interface ExplainedIn {
  ground: PlanningGround;
  loadWeights: LoadWeights;
  settings: SizeSettings;
  goal: Pick<ProposalGoal, "level"> & Partial<ProposalGoal>;
  /** The ground of the state's broken buildings, where it is at hand. */
  unitGround?: UnitGround;
}

/**
 * Why a unit is where a state has it: what it weighs, whom it meets, what holds it, and what each
 * possible move would do. Undefined for a unit that the state does not have. About 200 ms for 5,000
 * units without `unitGround`, and a few with it.
 */
export function explainUnit(
  { ground: plan, loadWeights, settings, goal, unitGround }: ExplainedIn,
  state: PlanState,
  unitId: string,
): UnitExplanation | undefined {
  const ground = unitGround ?? unitGroundOf(plan, state.broken, loadWeights);
  const unit = ground.indexOf.get(unitId);
  if (unit === undefined) return undefined;
  const { level } = goal;
  const groups = groupsOf(ground, state, level);
  const limits = limitsFor({ keepWhole: [], ...goal }, level, settings);
  const group = groups.ofUnit[unit]!;
  const neighbours = neighboursOfUnit(ground, groups, unit);
  const moves = group < 0 ? [] : possibleMoves(ground, groups, unit, limits);
  const { name, households } = ground.units[unit]!;
  return {
    ...{ unitId, name, households, load: ground.graph.loads[unit]! },
    groupId: groups.ids[group] ?? null,
    groupName: groups.names[group] ?? null,
    ...{ limits, neighbours, moves },
    holds: group < 0 ? [] : holdsOf({ ground, state, groups, unit, limits, level, moves }),
  };
}

function neighboursOfUnit({ graph, units }: UnitGround, groups: Groups, unit: number) {
  const neighbours: UnitNeighbour[] = [];
  for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
    const other = graph.neighbours[i]!;
    const group = groups.ofUnit[other]!;
    neighbours.push({
      unitId: units[other]!.id,
      name: units[other]!.name,
      groupId: groups.ids[group] ?? null,
      groupName: groups.names[group] ?? null,
      borderMeters: graph.borderMeters[i]!,
    });
  }
  return neighbours.sort((a, b) => b.borderMeters - a.borderMeters);
}

interface Held {
  ground: UnitGround;
  state: PlanState;
  groups: Groups;
  unit: number;
  limits: Limits;
  level: PlanLevel;
  moves: readonly PossibleMove[];
}

function holdsOf({ ground, state, groups, unit, limits, level, moves }: Held): Hold[] {
  const { graph, units } = ground;
  const group = groups.ofUnit[unit]!;
  const microGrid = state.microGrids.get(state.units.get(units[unit]!.id) ?? "");
  const isAlone = graph.offsets[unit] === graph.offsets[unit + 1];
  const isWithin = excessOf(groups, group, limits) >= 0;
  const holds: Record<Hold, boolean> = {
    locked: groups.isLocked[group] === 1 || (level === "grid" && microGrid?.isLocked === true),
    dedicated: groups.isDedicated[group] === 1,
    compound: moves.some(({ splitsCompound }) => splitsCompound),
    contiguity: moves.some(({ cutsOff }) => cutsOff),
    "limit-here": isWithin && moves.some(({ here }) => here.after < limits.min - 1e-9),
    "limit-there": moves.length > 0 && moves.every(({ there }) => there.after > limits.max + 1e-9),
    inside: moves.length === 0 && !isAlone,
    island: isAlone,
  };
  return HOLDS.filter((hold) => holds[hold]);
}
