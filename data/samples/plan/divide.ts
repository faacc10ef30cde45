import type { Grid, MicroGrid, Plan, PlanUnit } from "../../model/bundle.ts";
import type { ZoneDivision } from "../definition.ts";
import { idOf } from "../kit/identity.ts";
import { cut, halve, type Unit, walk } from "./units.ts";

export interface Division {
  plans: Plan[];
  grids: Grid[];
  microGrids: MicroGrid[];
  planUnits: PlanUnit[];
}

/** The plan in force: every unit in a micro-grid, micro-grids as runs along a walk through each zone. */
export function divide(
  slug: string,
  planName: string,
  effectiveFrom: string,
  units: readonly Unit[],
  zones: readonly ZoneDivision[],
): Division {
  const planId = idOf(slug, "plan/1");
  const plan: Plan = {
    id: planId,
    name: planName,
    status: "in-force",
    effectiveFrom,
    version: 1,
  };
  const division: Division = { plans: [plan], grids: [], microGrids: [], planUnits: [] };
  for (const { zone, grids, order = "rows" } of zones) {
    const mine = units.filter((unit) => unit.zone === zone);
    const count = grids.reduce((sum, grid) => sum + grid.microGrids, 0);
    const runs = order === "compact" ? halve(mine, count) : cut(walk(mine, order), count);
    for (const grid of grids) {
      addGrid(slug, division, grid, runs.splice(0, grid.microGrids));
    }
  }
  return division;
}

function addGrid(
  slug: string,
  division: Division,
  spec: ZoneDivision["grids"][number],
  runs: readonly Unit[][],
): void {
  const planId = division.plans[0]!.id;
  const ordinal = division.grids.length + 1;
  const grid: Grid = {
    id: idOf(slug, `grid/${ordinal}`),
    planId,
    name: spec.name ?? `第${chineseNumber(ordinal)}网格`,
    // A grid's code starts with its community's, which was not found: none is guessed.
    code: null,
    kind: spec.kind ?? "basic",
    ordinal,
    outline: null,
  };
  division.grids.push(grid);
  runs.forEach((run, i) => {
    const id = idOf(slug, `micro-grid/${ordinal}-${i + 1}`);
    const name = `微网格${ordinal}-${i + 1}`;
    division.microGrids.push({ id, planId, gridId: grid.id, name, ordinal: i + 1 });
    for (const { buildingId, entranceId } of run) {
      const unitId = entranceId ?? buildingId;
      division.planUnits.push({ planId, unitId, buildingId, entranceId, microGridId: id });
    }
  });
}

const DIGITS = [..."零一二三四五六七八九"];

/** 1 to 99 as a grid's name has it: 第十五网格. */
function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const before = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
  return before + (ones > 0 ? DIGITS[ones] : "");
}
