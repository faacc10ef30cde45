import writeXlsxFile from "write-excel-file/node";
import { planningUnits } from "#data/model/planning/ground.ts";
import type { Ctx } from "../context.ts";
import { openPlan, openPlans } from "./openPlans.ts";

/** As `from-table` reads them again. */
const TITLES = ["小区", "楼栋", "单元", "微网格", "网格"];
const WIDTHS = [20, 16, 12, 20, 20];

const byName = new Intl.Collator("zh-CN", { numeric: true });

/**
 * A plan as a table of where each unit is, which can be edited and taken in again.
 * @returns the bytes of an .xlsx @throws Problem no-such-thing
 */
export async function exportUnits(
  ctx: Ctx,
  slug: string,
  id: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> {
  const open = await openPlans(ctx, slug, "look");
  const { row, state } = await openPlan(ctx, open, id);
  const { ground } = open;
  const compounds = new Map(ground.compounds.map(({ id, name }) => [id, name]));
  const buildings = new Map(ground.buildings.map((building) => [building.id, building]));
  const rows = planningUnits(ground, state.broken)
    .map(({ id, buildingId, entranceId }) => {
      const building = buildings.get(buildingId);
      const entrance = building?.entrances.find((one) => one.id === entranceId);
      const microGrid = state.microGrids.get(state.units.get(id) ?? "");
      const grid = state.grids.get(microGrid?.gridId ?? "");
      const compound = compounds.get(building?.compoundId ?? "");
      return [compound, building?.name, entrance?.name, microGrid?.name, grid?.name];
    })
    .sort((a, b) => byName.compare(orderOf(a), orderOf(b)));
  const text = (value: string | undefined) => ({ value: value ?? "", type: String });
  const written = await writeXlsxFile(
    [
      TITLES.map((value) => ({ ...text(value), fontWeight: "bold" as const })),
      ...rows.map((cells) => cells.map(text)),
    ],
    { sheet: "方案", columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer();
  return { bytes: new Uint8Array(written), name: row.name };
}

/** Grid by grid, micro-grid by micro-grid, 2号楼 before 10号楼. */
function orderOf([compound, building, entrance, microGrid, grid]: (string | undefined)[]): string {
  return [grid, microGrid, compound, building, entrance].map((part) => part ?? "").join(" ");
}
