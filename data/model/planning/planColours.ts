import { touchingGroups } from "../cells/adjacency.ts";
import { colourGroups } from "../cells/colours.ts";
import { gridsOfUnits, type PlanLayout } from "./layout.ts";
import type { PlanMap } from "./planMap.ts";
import { recolour } from "./stableColours.ts";

/** As many as the palette has for grids, and strengths of each for micro-grids. */
const COLOURS = 6;
const SHADES = 4;

export interface PlanColours {
  /** 0 to 5. */
  ofGrid: number[];
  /** 0 to 3. */
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
      ? colourGroups(grids, COLOURS)
      : recolour(
          grids,
          gridIds.map((id) => this.#ofGrid.get(id) ?? -1),
          COLOURS,
        );
    const microGrids = touchingGroups(adjacency, microGridOfUnit, microGridIds.length).map(
      (others, microGrid) =>
        others.filter((other) => gridOfMicroGrid[other] === gridOfMicroGrid[microGrid]),
    );
    const ofMicroGrid = isFirst
      ? colourGroups(microGrids, SHADES)
      : recolour(
          microGrids,
          microGridIds.map((id) => this.#ofMicroGrid.get(id) ?? -1),
          SHADES,
        );
    this.#ofGrid = new Map(gridIds.map((id, grid) => [id, ofGrid[grid]!]));
    this.#ofMicroGrid = new Map(microGridIds.map((id, each) => [id, ofMicroGrid[each]!]));
    return { ofGrid, ofMicroGrid };
  }
}
