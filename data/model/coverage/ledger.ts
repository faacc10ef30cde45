import type { Building, Community, Compound, Grid, MicroGrid, PlanUnit } from "../bundle.ts";
import { groupBy } from "../groupBy.ts";
import type { LonLat, Unit } from "../units.ts";
import type { CoverageInput } from "./input.ts";
import { centreOf, firstVertexOf } from "./positions.ts";

export type MicroGridOfGrid = MicroGrid & { grid: Grid };

/** One plan, read once: what is where, and which unit is assigned to what. */
export interface Ledger {
  community: Community;
  grids: Map<string, Grid>;
  microGrids: Map<string, MicroGridOfGrid>;
  buildings: Map<string, Building>;
  compounds: Map<string, Compound>;
  units: Map<string, Unit>;
  unitsOfBuilding: Map<string, Unit[]>;
  unitsOfCompound: Map<string | null, Unit[]>;
  unitsOfGrid: Map<string, Unit[]>;
  unitsOfMicroGrid: Map<string, Unit[]>;
  /** One entry for each row that covers the unit, so the same micro-grid can stand twice. */
  assignmentsOf: Map<string, MicroGridOfGrid[]>;
  /** Where the camera goes for what has no unit of its own. */
  centre: LonLat;
}

export function ledgerOf(input: CoverageInput): Ledger {
  const { bundle, planId, units } = input;
  const grids = byId(bundle.grids.filter((grid) => grid.planId === planId));
  const microGrids = byId(
    bundle.microGrids.flatMap((microGrid) => {
      const grid = grids.get(microGrid.gridId);
      return grid && microGrid.planId === planId ? [{ ...microGrid, grid }] : [];
    }),
  );
  const rows = bundle.planUnits.filter((row) => row.planId === planId);
  const assignmentsOf = assignmentsOfUnits(rows, units, microGrids);
  const buildings = byId(bundle.buildings);
  return {
    community: bundle.community,
    grids,
    microGrids,
    buildings,
    compounds: byId(bundle.compounds),
    units: byId(units),
    unitsOfBuilding: groupBy(units, ({ buildingId }) => buildingId),
    unitsOfCompound: groupBy(units, (unit) => buildings.get(unit.buildingId)?.compoundId ?? null),
    unitsOfGrid: unitsBy(units, assignmentsOf, ({ grid }) => grid.id),
    unitsOfMicroGrid: unitsBy(units, assignmentsOf, ({ id }) => id),
    assignmentsOf,
    centre: centreOf(units) ?? firstVertexOf(bundle.community.boundary),
  };
}

/** A row for a whole building covers each entrance of a broken one, beside the entrance's own row. */
function assignmentsOfUnits(
  rows: PlanUnit[],
  units: Unit[],
  microGrids: Map<string, MicroGridOfGrid>,
): Map<string, MicroGridOfGrid[]> {
  const rowsOf = groupBy(rows, ({ unitId }) => unitId);
  const microGridsOf = (id: string) =>
    (rowsOf.get(id) ?? []).flatMap((row) => microGrids.get(row.microGridId ?? "") ?? []);
  return new Map(
    units.map(({ id, entranceId, buildingId }) => {
      const own = microGridsOf(id);
      const assigned = entranceId === null ? own : [...own, ...microGridsOf(buildingId)];
      return [id, assigned.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
    }),
  );
}

/** A unit assigned twice to the same place counts there once. */
function unitsBy(
  units: Unit[],
  assignmentsOf: Map<string, MicroGridOfGrid[]>,
  keyOf: (microGrid: MicroGridOfGrid) => string,
): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of new Set(assignmentsOf.get(unit.id)?.map(keyOf))) {
      const group = groups.get(key);
      if (group) group.push(unit);
      else groups.set(key, [unit]);
    }
  }
  return groups;
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
