import { touchingGroups } from "#data/model/cells/adjacency.ts";
import { gridsOfUnits, type PlanLayout } from "#data/model/planning/layout.ts";
import type { PlanColours } from "#data/model/planning/planColours.ts";
import type { PlanMap } from "#data/model/planning/planMap.ts";
import { recolour } from "#data/model/planning/stableColours.ts";

/** As many as grids and micro-grids have everywhere. */
const COLOURS = 6;
const SHADES = 4;

/**
 * Colours for a plan beside another: a grid has the colour that it has there.
 * @param there the other plan's layout and colours
 * @param otherOf the id of the same grid there
 */
export function besideColours(
  { adjacency }: Pick<PlanMap, "adjacency">,
  layout: PlanLayout,
  there: { layout: PlanLayout; colours: PlanColours },
  otherOf: (gridId: string) => string | undefined,
): PlanColours {
  const { gridIds, microGridIds, gridOfMicroGrid } = layout;
  const colourOf = new Map(
    there.layout.gridIds.map((id, grid) => [id, there.colours.ofGrid[grid]!]),
  );
  const shadeOf = new Map(
    there.layout.microGridIds.map((id, each) => [id, there.colours.ofMicroGrid[each]!]),
  );
  const grids = touchingGroups(adjacency, gridsOfUnits(layout), gridIds.length);
  const microGrids = touchingGroups(adjacency, layout.microGridOfUnit, microGridIds.length).map(
    (others, each) => others.filter((other) => gridOfMicroGrid[other] === gridOfMicroGrid[each]),
  );
  return {
    ofGrid: recolour(
      grids,
      gridIds.map((id) => colourOf.get(otherOf(id) ?? "") ?? -1),
      COLOURS,
    ),
    ofMicroGrid: recolour(
      microGrids,
      microGridIds.map((id) => shadeOf.get(id) ?? -1),
      SHADES,
    ),
  };
}
