import type { Map as MapLibreMap } from "maplibre-gl";
import { gridsOfUnits, type PlanLayout } from "#data/model/planning/layout.ts";
import type { PlanColours } from "#data/model/planning/planColours.ts";
import type { PlanMap } from "#data/model/planning/planMap.ts";

/** What of the plan is marked: places in the layout, -1 for none. */
export interface PlanMarks {
  grid: number;
  microGrid: number;
}

const BARE = -1;
/** Bits of what a border is. */
const MICRO_GRID = 1;
const GRID = 2;
const TARGET = 4;
const LOCKED = 8;

/**
 * Colours cells and borders through the states of their features, and only those that are otherwise
 * than before: no geometry is touched, however much is painted.
 */
export class PlanPaint {
  #fills: Int32Array;
  #borders: Uint8Array;
  #seen: Uint8Array;

  constructor(
    private readonly map: MapLibreMap,
    private readonly plan: PlanMap,
  ) {
    const count = plan.unitIds.length;
    // Impossible values, so that the first pass sets all.
    this.#fills = new Int32Array(count).fill(-2);
    this.#borders = new Uint8Array(plan.adjacency.firsts.length + count).fill(0);
    this.#seen = new Uint8Array(count);
    for (const { id } of plan.cells) this.#seen[Number(id)] = 1;
    map.removeFeatureState({ source: "plan-cells" });
    map.removeFeatureState({ source: "plan-borders" });
  }

  draw(layout: PlanLayout, colours: PlanColours, marks: PlanMarks): void {
    if (layout.microGridOfUnit.length !== this.#fills.length) return;
    this.#fill(layout, colours);
    this.#outline(layout, marks);
  }

  #fill({ microGridOfUnit, gridOfMicroGrid }: PlanLayout, { ofGrid, ofMicroGrid }: PlanColours) {
    for (let unit = 0; unit < microGridOfUnit.length; unit++) {
      const microGrid = microGridOfUnit[unit]!;
      const colour = microGrid < 0 ? BARE : (ofGrid[gridOfMicroGrid[microGrid]!] ?? 0);
      const shade = microGrid < 0 ? 0 : (ofMicroGrid[microGrid] ?? 0);
      const fill = colour * 8 + shade;
      if (fill === this.#fills[unit] || this.#seen[unit] === 0) continue;
      this.#fills[unit] = fill;
      this.map.setFeatureState({ source: "plan-cells", id: unit }, { colour, shade });
    }
  }

  #outline(layout: PlanLayout, marks: PlanMarks): void {
    const { firsts, seconds } = this.plan.adjacency;
    const { microGridOfUnit, isGridLocked, isMicroGridLocked } = layout;
    const grids = gridsOfUnits(layout);
    const isTarget = (unit: number) =>
      marks.microGrid >= 0
        ? microGridOfUnit[unit] === marks.microGrid
        : marks.grid >= 0 && grids[unit] === marks.grid;
    for (let pair = 0; pair < firsts.length; pair++) {
      const [a, b] = [firsts[pair]!, seconds[pair]!];
      const [gridA, gridB] = [grids[a]!, grids[b]!];
      const [microGridA, microGridB] = [microGridOfUnit[a]!, microGridOfUnit[b]!];
      let border = gridA !== gridB ? GRID : microGridA !== microGridB ? MICRO_GRID : 0;
      if (border > 0 && isTarget(a) !== isTarget(b)) border |= TARGET;
      const isGridEdgeLocked = gridA !== gridB && (isGridLocked[gridA] || isGridLocked[gridB]);
      const isEdgeLocked =
        microGridA !== microGridB &&
        ((isMicroGridLocked[microGridA] && !isGridLocked[gridA]) ||
          (isMicroGridLocked[microGridB] && !isGridLocked[gridB]));
      if (isGridEdgeLocked || isEdgeLocked) border |= LOCKED;
      this.#set(pair, border);
    }
    for (let unit = 0; unit < grids.length; unit++) {
      if (this.plan.outerMeters[unit]! === 0) continue;
      this.#set(firsts.length + unit, isTarget(unit) ? TARGET : 0);
    }
  }

  #set(id: number, border: number): void {
    if (this.#borders[id] === border) return;
    this.#borders[id] = border;
    this.map.setFeatureState(
      { source: "plan-borders", id },
      {
        rank: border & (MICRO_GRID | GRID),
        isTarget: (border & TARGET) > 0,
        isLocked: (border & LOCKED) > 0,
      },
    );
  }
}
