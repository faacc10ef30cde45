import { joinChanges, type PlanChange } from "../change.ts";
import type { FigureGround } from "../figures/ground.ts";
import { gridsOfUnits, type PlanLayout } from "../layout.ts";
import type { PlanState } from "../state.ts";
import { addGrid, addMicroGrid } from "./groups.ts";
import { halve } from "./splitting.ts";

/**
 * Makes two grids of one, of about the same load. Micro-grids that lie mostly in the half that moves
 * go with it, so none is cut; a grid of one micro-grid has that one cut.
 */
export function splitGrid(
  state: PlanState,
  ground: FigureGround,
  layout: PlanLayout,
  gridId: string,
  newId: () => string,
): PlanChange {
  const grid = layout.gridIds.indexOf(gridId);
  const gridOfUnit = gridsOfUnits(layout);
  const units = [...gridOfUnit.keys()].filter((unit) => gridOfUnit[unit] === grid);
  const leaving = new Set(halve(ground, units));
  if (leaving.size === 0) return {};
  const ids = { gridId: newId(), microGridId: newId() };
  const made = addGrid(state, ids, state.grids.get(gridId)?.kind);
  const moved = mostlyIn(leaving, layout, units);
  if (
    moved.size === 0 ||
    moved.size === new Set(units.map((u) => layout.microGridOfUnit[u])).size
  ) {
    const put = [...leaving].map((unit): [string, string] => [
      layout.unitIds[unit]!,
      ids.microGridId,
    ]);
    return joinChanges([made, { put }]);
  }
  const microGrids = [...moved].map((microGrid, place) => {
    const id = layout.microGridIds[microGrid]!;
    const facts = { ...state.microGrids.get(id)!, gridId: ids.gridId, ordinal: place + 1 };
    return [id, facts] as [string, typeof facts];
  });
  return joinChanges([{ grids: made.grids }, { microGrids }]);
}

/** Makes two micro-grids of one. */
export function splitMicroGrid(
  state: PlanState,
  ground: FigureGround,
  layout: PlanLayout,
  id: string,
  newId: () => string,
): PlanChange {
  const microGrid = layout.microGridIds.indexOf(id);
  const { microGridOfUnit } = layout;
  const units = [...microGridOfUnit.keys()].filter((unit) => microGridOfUnit[unit] === microGrid);
  const leaving = halve(ground, units);
  const facts = state.microGrids.get(id);
  if (leaving.length === 0 || !facts) return {};
  const halfId = newId();
  const put = leaving.map((unit): [string, string] => [layout.unitIds[unit]!, halfId]);
  return joinChanges([addMicroGrid(state, facts.gridId, halfId), { put }]);
}

function mostlyIn(
  leaving: ReadonlySet<number>,
  { microGridOfUnit }: PlanLayout,
  units: readonly number[],
): Set<number> {
  const surplus = new Map<number, number>();
  for (const unit of units) {
    const microGrid = microGridOfUnit[unit]!;
    surplus.set(microGrid, (surplus.get(microGrid) ?? 0) + (leaving.has(unit) ? 1 : -1));
  }
  return new Set([...surplus].filter(([, more]) => more > 0).map(([microGrid]) => microGrid));
}
