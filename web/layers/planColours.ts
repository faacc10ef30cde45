import { touchingGroups } from "#data/model/cells/adjacency.ts";
import { colourGroups } from "#data/model/cells/colours.ts";
import { gridsOfUnits, type PlanLayout } from "#data/model/planning/layout.ts";
import type { PlanMap } from "#data/model/planning/planMap.ts";
import { recolour } from "#data/model/planning/stableColours.ts";
import { GRID_COLOURS } from "./palette.ts";

/** How strong the colour of a grid is in its micro-grids, so that neighbours differ inside of it. */
export const SHADES = [0.34, 0.5, 0.66, 0.8] as const;

export interface PlanColours {
  /** Places in `GRID_COLOURS`. */
  ofGrid: number[];
  /** Places in `SHADES`. */
  ofMicroGrid: number[];
}

/** Gives grids colours that they keep while the plan changes, and micro-grids shades likewise. */
export class PlanColouring {
  #ofGrid = new Map<string, number>();
  #ofMicroGrid = new Map<string, number>();

  colour({ adjacency }: Pick<PlanMap, "adjacency">, layout: PlanLayout): PlanColours {
    const { gridIds, microGridIds, microGridOfUnit, gridOfMicroGrid } = layout;
    const grids = touchingGroups(adjacency, gridsOfUnits(layout), gridIds.length);
    const isFirst = this.#ofGrid.size === 0;
    const ofGrid = isFirst
      ? colourGroups(grids, GRID_COLOURS.length)
      : recolour(
          grids,
          gridIds.map((id) => this.#ofGrid.get(id) ?? -1),
          GRID_COLOURS.length,
        );
    const microGrids = touchingGroups(adjacency, microGridOfUnit, microGridIds.length).map(
      (others, microGrid) =>
        others.filter((other) => gridOfMicroGrid[other] === gridOfMicroGrid[microGrid]),
    );
    const ofMicroGrid = isFirst
      ? colourGroups(microGrids, SHADES.length)
      : recolour(
          microGrids,
          microGridIds.map((id) => this.#ofMicroGrid.get(id) ?? -1),
          SHADES.length,
        );
    this.#ofGrid = new Map(gridIds.map((id, grid) => [id, ofGrid[grid]!]));
    this.#ofMicroGrid = new Map(microGridIds.map((id, each) => [id, ofMicroGrid[each]!]));
    return { ofGrid, ofMicroGrid };
  }
}
