import type { ProposalGoal, ProposalMeasures } from "../answers/proposals.ts";
import { componentsOf, piecesOf } from "../partition/components.ts";
import { centresOf } from "../partition/measure.ts";
import { gridOfUnit, type PlanState } from "../planning/state.ts";
import { groupsOf, type Groups } from "./groups.ts";
import { excessOf, levelsOf, limitsFor, type SizeSettings } from "./limits.ts";
import { compactnessOf } from "./shapes.ts";
import type { UnitGround } from "./unitGround.ts";

export interface MeasuredBy {
  goal: ProposalGoal;
  settings: SizeSettings;
  /** The draft the state is compared with. */
  before: PlanState;
}

/**
 * Measures any state on a ground whose broken buildings are the state's. Grids are measured, or
 * micro-grids, by the goal's level; sizes are measured at every level that the goal is about.
 * Dedicated grids count only where it is asked whether everything hangs together and how round it is.
 */
export function measuresOf(
  ground: UnitGround,
  state: PlanState,
  { goal, settings, before }: MeasuredBy,
): ProposalMeasures {
  const groups = groupsOf(ground, state, goal.level);
  const cutOff = cutOffOf(ground, groups);
  return {
    imbalance: imbalanceOf(groups),
    contiguous: cutOff === 0,
    cutOff,
    compactness: compactnessOf(
      { ...ground.graph, areas: ground.areas },
      groups.ofUnit,
      groups.ids.length,
    ),
    moved: movedUnits(ground, state, before, goal.level).length,
    splitCompounds: splitCompounds(ground, groups).length,
    outsideLimits: levelsOf(goal).reduce((sum, level) => {
      const limits = limitsFor(goal, level, settings);
      const ofLevel = level === goal.level ? groups : groupsOf(ground, state, level);
      const isOutside = (_: string, group: number) => excessOf(ofLevel, group, limits) !== 0;
      return sum + ofLevel.ids.filter(isOutside).length;
    }, 0),
    distanceMeters: distanceOf(ground, groups),
  };
}

function imbalanceOf({ loads, isDedicated }: Groups): number {
  const basic = loads.filter((_, group) => !isDedicated[group]);
  const ideal = basic.reduce((sum, load) => sum + load, 0) / basic.length;
  return ideal > 0 ? Math.max(...basic.map((load) => Math.abs(load / ideal - 1))) : 0;
}

/** Pieces of groups beyond the first in each piece of the ground: an island belongs to somebody far away. */
export function cutOffOf({ graph }: UnitGround, { ofUnit }: Groups): number {
  return piecesBeyond(ofUnit, piecesOf(graph, ofUnit).ofUnit, componentsOf(graph).ofUnit);
}

/** Pieces of parts beyond one in each component of the ground. */
export function piecesBeyond(parts: Int32Array, pieces: Int32Array, components: Int32Array) {
  const seen = new Set<number>();
  const places = new Set<string>();
  parts.forEach((part, unit) => {
    if (part < 0) return;
    seen.add(pieces[unit]!);
    places.add(`${part} ${components[unit]}`);
  });
  return seen.size - places.size;
}

/** Units that somebody had before and somebody else has now. What was nobody's does not move. */
export function movedUnits(
  ground: UnitGround,
  state: PlanState,
  before: PlanState,
  level: ProposalGoal["level"],
): string[] {
  const groupIn = (plan: PlanState, id: string) =>
    level === "grid" ? gridOfUnit(plan, id) : plan.units.get(id);
  return ground.units.flatMap(({ id, buildingId }) => {
    const had = groupIn(before, before.units.has(id) ? id : buildingId);
    return had !== undefined && had !== groupIn(state, id) ? [id] : [];
  });
}

/** The compounds that lie in more than one group, with how many. */
export function splitCompounds(
  { units }: UnitGround,
  { ofUnit, isDedicated }: Groups,
): { compoundId: string; groups: number[] }[] {
  const groupsOfCompound = new Map<string, Set<number>>();
  units.forEach(({ compoundId }, unit) => {
    const group = ofUnit[unit]!;
    if (compoundId === null || group < 0 || isDedicated[group]) return;
    const known = groupsOfCompound.get(compoundId) ?? new Set();
    groupsOfCompound.set(compoundId, known.add(group));
  });
  return [...groupsOfCompound]
    .filter(([, groups]) => groups.size > 1)
    .map(([compoundId, groups]) => ({ compoundId, groups: [...groups] }));
}

function distanceOf({ graph, households, units }: UnitGround, { ofUnit, ids }: Groups): number {
  const weights = households.some((count) => count > 0)
    ? households
    : new Float64Array(units.length).fill(1);
  const centres = centresOf({ ...graph, loads: weights }, ofUnit, ids.length);
  let [sum, total] = [0, 0];
  ofUnit.forEach((group, unit) => {
    if (group < 0) return;
    const dx = graph.x[unit]! - centres.x[group]!;
    const dy = graph.y[unit]! - centres.y[group]!;
    sum += weights[unit]! * Math.hypot(dx, dy);
    total += weights[unit]!;
  });
  return total > 0 ? sum / total : 0;
}
