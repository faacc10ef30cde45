import type { PlanLevel } from "../plans.ts";
import type { PlanState } from "../planning/state.ts";
import type { UnitGround } from "./unitGround.ts";

/** The grids or micro-grids of a plan that have units, and which of them each unit is in. */
export interface Groups {
  level: PlanLevel;
  ids: string[];
  names: string[];
  /** 1 for what lies in a dedicated grid: no size is asked of it. */
  isDedicated: Uint8Array;
  /** 1 for what is locked, itself or with its grid. */
  isLocked: Uint8Array;
  /** The group of each unit by index, -1 for none. */
  ofUnit: Int32Array;
  loads: Float64Array;
  households: Float64Array;
}

/** In the order in which the state has them. */
export function groupsOf(ground: UnitGround, state: PlanState, level: PlanLevel): Groups {
  const indexOf = new Map<string, number>();
  const groupOfUnit = (unitId: string) => {
    const microGridId = state.units.get(unitId) ?? "";
    return level === "grid" ? state.microGrids.get(microGridId)?.gridId : microGridId;
  };
  const used = new Set(ground.units.map(({ id }) => groupOfUnit(id)));
  const all = level === "grid" ? state.grids : state.microGrids;
  for (const id of all.keys()) if (used.has(id)) indexOf.set(id, indexOf.size);
  const ids = [...indexOf.keys()];
  const gridOf = (id: string) =>
    state.grids.get(level === "grid" ? id : (state.microGrids.get(id)?.gridId ?? ""));
  const groups: Groups = {
    level,
    ids,
    names: ids.map((id) => all.get(id)?.name ?? ""),
    isDedicated: Uint8Array.from(ids, (id) => (gridOf(id)?.kind === "dedicated" ? 1 : 0)),
    isLocked: Uint8Array.from(ids, (id) => (gridOf(id)?.isLocked || all.get(id)?.isLocked ? 1 : 0)),
    ofUnit: Int32Array.from(ground.units, ({ id }) => indexOf.get(groupOfUnit(id) ?? "") ?? -1),
    loads: new Float64Array(ids.length),
    households: new Float64Array(ids.length),
  };
  groups.ofUnit.forEach((group, unit) => {
    if (group < 0) return;
    groups.loads[group]! += ground.graph.loads[unit]!;
    groups.households[group]! += ground.households[unit]!;
  });
  return groups;
}
