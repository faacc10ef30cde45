import type { Map as MapLibreMap } from "maplibre-gl";
import { gridsOfUnits, type PlanLayout } from "#data/model/planning/layout.ts";
import type { PlanColours } from "#data/model/planning/planColours.ts";
import type { PlanMap } from "#data/model/planning/planMap.ts";
import { BARE, fillOf, UNKNOWN } from "./planShades.ts";

/** What of the plan is marked: places in the layout, -1 for none. */
export interface PlanMarks {
  grid: number;
  microGrid: number;
}

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
    // So that the first pass sets all.
    this.#fills = new Int32Array(count).fill(UNKNOWN);
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
      const fill =
        microGrid < 0
          ? BARE
          : fillOf(ofGrid[gridOfMicroGrid[microGrid]!] ?? 0, ofMicroGrid[microGrid] ?? 0);
      if (fill === this.#fills[unit] || this.#seen[unit] === 0) continue;
      this.#fills[unit] = fill;
      this.map.setFeatureState({ source: "plan-cells", id: unit }, { fill });
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
      const a = firsts[pair]!;
      const b = seconds[pair]!;
      const gridA = grids[a]!;
      const gridB = grids[b]!;
      const microGridA = microGridOfUnit[a]!;
      const microGridB = microGridOfUnit[b]!;
      // Most borders lie inside of a micro-grid, and stay there.
      if (microGridA === microGridB) {
        this.#set(pair, 0);
        continue;
      }
      let border = gridA !== gridB ? GRID : MICRO_GRID;
      if (isTarget(a) !== isTarget(b)) border |= TARGET;
      const isGridEdgeLocked = gridA !== gridB && (isGridLocked[gridA] || isGridLocked[gridB]);
      const isEdgeLocked =
        (isMicroGridLocked[microGridA] && !isGridLocked[gridA]) ||
        (isMicroGridLocked[microGridB] && !isGridLocked[gridB]);
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
