import { groupBy } from "../groupBy.ts";
import { type PlanningGround, type PlanningUnit, planningUnits } from "./ground.ts";
import { matchGroups } from "./matching.ts";
import { holdersOfUnit } from "./posts.ts";
import type { Staffed } from "./staying.ts";

/** Where a unit lies and whose it is; null for nowhere and nobody. */
export interface UnitPlace {
  gridId: string | null;
  microGridId: string | null;
  /** Grid workers, in the order of their ids. */
  workerIds: readonly string[];
}

export interface UnitMove {
  unit: PlanningUnit;
  before: UnitPlace;
  after: UnitPlace;
  changesMicroGrid: boolean;
  changesGrid: boolean;
  changesWorker: boolean;
}

export interface GridSize {
  units: number;
  households: number;
  load: number;
}

/** A grid as it was and as it is to be; null where it is new, or gone. */
export interface GridPair {
  beforeId: string | null;
  afterId: string | null;
  before: GridSize;
  after: GridSize;
}

export interface PlanComparison {
  /** Only units for which something changes, in the order of the ground. */
  moves: UnitMove[];
  grids: GridPair[];
}

/**
 * Two divisions of one ground in their finest common units. Grids and micro-grids are the same where
 * their ids are; those left over are paired by the load that they have in common, so that a plan made
 * from nothing can be compared with the one in force.
 */
export function comparePlans(
  before: Staffed,
  after: Staffed,
  ground: Pick<PlanningGround, "buildings">,
  loadOf: (unit: PlanningUnit) => number,
): PlanComparison {
  const broken = new Set([...before.state.broken, ...after.state.broken]);
  const all = planningUnits(ground, broken).map((unit) => ({
    ...{ unit, load: loadOf(unit) },
    ...{ before: placeIn(before, unit), after: placeIn(after, unit) },
  }));
  const shared = (level: "gridId" | "microGridId") =>
    all.map(({ before, after, load }) => ({ before: before[level], after: after[level], load }));
  const gridPairs = matchGroups(
    [...before.state.grids.keys()],
    [...after.state.grids.keys()],
    shared("gridId"),
  );
  const microGridPairs = matchGroups(
    [...before.state.microGrids.keys()],
    [...after.state.microGrids.keys()],
    shared("microGridId"),
  );
  const follows = (pairs: ReadonlyMap<string, string>, from: string | null, to: string | null) =>
    from === null ? to === null : (pairs.get(from) ?? null) === to;
  const moves = all.flatMap(({ unit, before, after }): UnitMove[] => {
    const move = {
      ...{ unit, before, after },
      changesMicroGrid: !follows(microGridPairs, before.microGridId, after.microGridId),
      changesGrid: !follows(gridPairs, before.gridId, after.gridId),
      changesWorker: before.workerIds.join() !== after.workerIds.join(),
    };
    return move.changesMicroGrid || move.changesGrid || move.changesWorker ? [move] : [];
  });
  return { moves, grids: pairsOfGrids(before, after, gridPairs, all) };
}

function placeIn({ state, holders }: Staffed, unit: PlanningUnit): UnitPlace {
  // A unit of a building that this plan does not break goes with its building.
  const microGridId = state.units.get(unit.id) ?? state.units.get(unit.buildingId) ?? null;
  const gridId = state.microGrids.get(microGridId ?? "")?.gridId ?? null;
  const workers = holdersOfUnit(state, holders, unit, "grid-worker");
  return { gridId, microGridId, workerIds: workers.map(({ personId }) => personId).sort() };
}

interface Placed {
  unit: PlanningUnit;
  load: number;
  before: UnitPlace;
  after: UnitPlace;
}

/** In the order of the new plan, then those that are gone. */
function pairsOfGrids(
  before: Staffed,
  after: Staffed,
  pairs: ReadonlyMap<string, string>,
  all: readonly Placed[],
): GridPair[] {
  const inBefore = groupBy(all, (placed) => placed.before.gridId);
  const inAfter = groupBy(all, (placed) => placed.after.gridId);
  const sizeOf = (placed: readonly Placed[] = []): GridSize => ({
    units: placed.length,
    households: placed.reduce((sum, { unit }) => sum + unit.households, 0),
    load: placed.reduce((sum, { load }) => sum + load, 0),
  });
  const pair = (beforeId: string | null, afterId: string | null): GridPair => ({
    ...{ beforeId, afterId },
    before: sizeOf(beforeId === null ? [] : inBefore.get(beforeId)),
    after: sizeOf(afterId === null ? [] : inAfter.get(afterId)),
  });
  const former = new Map([...pairs].map(([from, to]) => [to, from]));
  const byOrdinal = ({ state }: Staffed) =>
    [...state.grids].sort(([, a], [, b]) => a.ordinal - b.ordinal).map(([id]) => id);
  return [
    ...byOrdinal(after).map((id) => pair(former.get(id) ?? null, id)),
    ...byOrdinal(before)
      .filter((id) => !pairs.has(id))
      .map((id) => pair(id, null)),
  ];
}
