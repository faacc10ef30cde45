import type { PlanState } from "../planning/state.ts";
import type { UnitGround } from "./unitGround.ts";

/**
 * What of a draft a proposal may change. Locked and dedicated grids are no part of it; a locked
 * micro-grid in a grid that is not stays in one piece and in its grid, which may change around it.
 */
export interface FreeGround {
  /** 1 for units that may be given to another grid or micro-grid, or that have none. */
  isFree: Uint8Array;
  /** For units of locked micro-grids in free grids the place of the grid in `gridIds`, else -1. */
  anchors: Int32Array;
  /** Basic grids that are not locked. */
  gridIds: string[];
  /** Their micro-grids that are not locked. */
  microGridIds: string[];
  /** Locked grids, dedicated ones among them only where they are locked, and locked micro-grids. */
  lockedIds: string[];
  dedicatedIds: string[];
  /** Basic grids that are locked. */
  lockedGrids: number;
}

export function freeGroundOf({ units }: Pick<UnitGround, "units">, state: PlanState): FreeGround {
  const gridIds: string[] = [];
  const dedicatedIds: string[] = [];
  const lockedIds: string[] = [];
  let lockedGrids = 0;
  for (const [id, { kind, isLocked }] of state.grids) {
    if (isLocked) lockedIds.push(id);
    if (kind === "dedicated") dedicatedIds.push(id);
    else if (isLocked) lockedGrids++;
    else gridIds.push(id);
  }
  const placeOf = new Map(gridIds.map((id, place) => [id, place]));
  const microGridIds: string[] = [];
  for (const [id, { gridId, isLocked }] of state.microGrids) {
    if (isLocked) lockedIds.push(id);
    else if (placeOf.has(gridId)) microGridIds.push(id);
  }
  const isFree = new Uint8Array(units.length);
  const anchors = new Int32Array(units.length).fill(-1);
  units.forEach(({ id }, unit) => {
    const microGrid = state.microGrids.get(state.units.get(id) ?? "");
    const place = microGrid && placeOf.get(microGrid.gridId);
    if (!microGrid) isFree[unit] = 1;
    else if (place === undefined) return;
    else if (microGrid.isLocked) anchors[unit] = place;
    else isFree[unit] = 1;
  });
  return { isFree, anchors, gridIds, microGridIds, lockedIds, dedicatedIds, lockedGrids };
}
