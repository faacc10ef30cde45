import type { MicroGridRow } from "#data/model/answers/grids.ts";
import type { MicroGrid } from "#data/model/bundle.ts";
import { figuresOf } from "./figures.ts";
import { onDutyAt } from "./onDuty.ts";
import type { Resident } from "./resident.ts";

/** Micro-grids as a card lists them: leader and size. */
export function microGridRows(
  resident: Resident,
  microGrids: readonly MicroGrid[],
): MicroGridRow[] {
  return microGrids.map(({ id, name }) => ({
    id,
    name,
    leaders: onDutyAt(resident, "micro-grid", id, ["micro-grid-leader"]),
    figures: figuresOf(resident.unitsOfMicroGrid(id)),
  }));
}
