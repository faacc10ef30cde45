import type { MicroGridRow, UnitRow } from "#data/model/answers/grids.ts";
import type { MicroGrid } from "#data/model/bundle.ts";
import type { Unit } from "#data/model/units.ts";
import { onDutyAt } from "../resident/onDuty.ts";
import type { OpenCommunity } from "./openCommunity.ts";
import type { Sight } from "./sight.ts";

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** Units as a card lists them, 2号楼 before 10号楼. */
export function unitRows(sight: Sight, units: readonly Unit[]): UnitRow[] {
  return units
    .map((unit) => {
      const { id, buildingId, name } = unit;
      return { id, buildingId, name, households: sight.figures([unit]).households };
    })
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** Micro-grids as a card lists them: leader and size. */
export function microGridRows(
  { resident, sight }: OpenCommunity,
  microGrids: readonly MicroGrid[],
): MicroGridRow[] {
  return microGrids.map(({ id, name }) => ({
    id,
    name,
    leaders: onDutyAt(resident, "micro-grid", id, ["micro-grid-leader"]),
    figures: sight.figures(resident.unitsOfMicroGrid(id)),
  }));
}
