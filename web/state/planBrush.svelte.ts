import type { PlanLevel } from "#data/model/plans.ts";
import type { PlanState } from "#data/model/planning/state.ts";

/** What the pointer does on the map. The first six paint. */
export const PAINT_TOOLS = [
  "click",
  "brush",
  "rectangle",
  "lasso",
  "compound",
  "building",
  "break",
  "pick",
  "lock",
] as const;
export type PaintTool = (typeof PAINT_TOOLS)[number];

/** At the level of grids: whether a unit takes its whole micro-grid along. */
export type Takes = "micro-grids" | "units";

export interface PaintTarget {
  gridId: string;
  /** Null where the grid has none. */
  microGridId: string | null;
}

const RADII = { least: 4, most: 160, start: 28 };

/** The tool in hand: what it does, how wide it is and what it paints with. */
export class PlanBrush {
  #tool: PaintTool = $state.raw("brush");
  #isErasing = $state.raw(false);
  #level: PlanLevel = $state.raw("micro-grid");
  #takes: Takes = $state.raw("micro-grids");
  #radiusPixels: number = $state.raw(RADII.start);
  #chosen: PaintTarget | undefined = $state.raw();

  readonly tool: PaintTool = $derived(this.#tool);
  readonly isErasing: boolean = $derived(this.#isErasing);
  readonly level: PlanLevel = $derived(this.#level);
  readonly takes: Takes = $derived(this.#takes);
  readonly radiusPixels: number = $derived(this.#radiusPixels);
  static readonly radii = RADII;

  /** What was chosen as far as it is still there, otherwise the first that is. */
  targetIn(state: PlanState): PaintTarget | undefined {
    const chosen = this.#chosen;
    if (chosen && state.grids.has(chosen.gridId)) {
      const microGrid = state.microGrids.get(chosen.microGridId ?? "");
      if (microGrid?.gridId === chosen.gridId) return chosen;
      return { gridId: chosen.gridId, microGridId: firstMicroGrid(state, chosen.gridId) };
    }
    const [first] = [...state.grids].sort(([, a], [, b]) => a.ordinal - b.ordinal);
    return first && { gridId: first[0], microGridId: firstMicroGrid(state, first[0]) };
  }

  use(tool: PaintTool): void {
    this.#tool = tool;
  }

  erase(isErasing: boolean): void {
    this.#isErasing = isErasing;
  }

  goTo(level: PlanLevel): void {
    this.#level = level;
  }

  take(takes: Takes): void {
    this.#takes = takes;
  }

  widen(radiusPixels: number): void {
    this.#radiusPixels = Math.max(RADII.least, Math.min(RADII.most, Math.round(radiusPixels)));
  }

  /** Who chooses what to paint with wants to paint with it. */
  aim(target: PaintTarget): void {
    this.#chosen = target;
    this.#isErasing = false;
  }
}

function firstMicroGrid({ microGrids }: PlanState, gridId: string): string | null {
  let first: string | null = null;
  let least = Infinity;
  for (const [id, facts] of microGrids) {
    if (facts.gridId !== gridId || facts.ordinal >= least) continue;
    first = id;
    least = facts.ordinal;
  }
  return first;
}
