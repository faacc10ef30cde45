import type { PlanFigures } from "#data/model/planning/figures/figures.ts";
import type { FigureLimits } from "#data/model/planning/figures/limits.ts";
import type { PlanBoard } from "#web/state/planBoard.svelte.ts";
import type { PaintTarget } from "#web/state/planBrush.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import type { Measure } from "./measure.svelte.ts";

/** All that is shown of a grid or a micro-grid in the list, as plain values. */
export interface TargetRowFacts {
  id: string;
  gridId: string;
  name: string;
  colour: number;
  /** Of a micro-grid; a grid has the full colour. */
  shade: number | undefined;
  value: number;
  pieces: number;
  /** Whether limits are kept: not by dedicated grids and what is in them. */
  isBound: boolean;
  isOut: boolean;
  isLocked: boolean;
  isTarget: boolean;
}

interface Listed {
  draft: PlanDraft;
  board: PlanBoard;
  measure: Measure;
  target: PaintTarget | undefined;
}

/** In the order of the layout; a stroke that is not over yet changes their figures alone. */
export function gridRows({ draft, board, measure, target }: Listed): TargetRowFacts[] {
  const { state } = draft;
  const { committed, figures, colours } = board;
  const limits = measure.limitsOf("grid");
  const values = measure.valuesOf(figures.grids);
  return committed.gridIds.flatMap((id, grid) => {
    const facts = state.grids.get(id);
    if (!facts) return [];
    const isBound = facts.kind === "basic";
    return {
      ...{ id, gridId: id, name: facts.name, isLocked: facts.isLocked, isBound },
      ...{ colour: colours.ofGrid[grid] ?? 0, shade: undefined },
      ...figuresAt(values, figures.grids.pieces, grid, isBound ? limits : undefined),
      isTarget: target?.gridId === id,
    };
  });
}

/** Those of one grid. */
export function microGridRows(listed: Listed, gridId: string): TargetRowFacts[] {
  const { draft, board, measure, target } = listed;
  const { state } = draft;
  const { committed, figures, colours } = board;
  const grid = committed.gridIds.indexOf(gridId);
  const isBound = state.grids.get(gridId)?.kind === "basic";
  const limits = measure.limitsOf("micro-grid");
  const values = measure.valuesOf(figures.microGrids);
  return committed.microGridIds.flatMap((id, microGrid) => {
    const facts = state.microGrids.get(id);
    if (!facts || committed.gridOfMicroGrid[microGrid] !== grid) return [];
    return {
      ...{ id, gridId, name: facts.name, isLocked: facts.isLocked, isBound },
      ...{ colour: colours.ofGrid[grid] ?? 0, shade: colours.ofMicroGrid[microGrid] ?? 0 },
      ...figuresAt(values, figures.microGrids.pieces, microGrid, isBound ? limits : undefined),
      isTarget: target?.microGridId === id,
    };
  });
}

function figuresAt(
  values: Float64Array,
  pieces: PlanFigures["grids"]["pieces"],
  group: number,
  limits: FigureLimits | undefined,
) {
  const value = values[group] ?? 0;
  const isOut = limits !== undefined && (value < limits.least || value > limits.most);
  return { value, pieces: pieces[group] ?? 0, isOut };
}

/**
 * Passes rows on, and for one that says what it said before the same object as before: of a hundred
 * rows a move of the brush changes two, and only those are to be drawn again.
 */
export function rowKeeper(): (rows: TargetRowFacts[]) => TargetRowFacts[] {
  let former = new Map<string, TargetRowFacts>();
  return (rows) => {
    const kept = rows.map((row) => {
      const before = former.get(row.id);
      return before && isSame(before, row) ? before : row;
    });
    former = new Map(kept.map((row) => [row.id, row]));
    return kept;
  };
}

function isSame(before: TargetRowFacts, row: TargetRowFacts): boolean {
  const names = Object.keys(row) as (keyof TargetRowFacts)[];
  return names.every((name) => before[name] === row[name]);
}
