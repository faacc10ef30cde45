import * as fc from "fast-check";
import type { Polygon } from "geojson";
import { unproject, planeAt } from "#data/model/geometry/plane.ts";
import { WORK_FACTS, type PlanningGround } from "#data/model/planning/ground.ts";
import type { GridFacts, MicroGridFacts, PlanState } from "#data/model/planning/state.ts";

const PLANE = planeAt([113.57, 37.87]);
const STEP_METERS = 40;

/** Metres east and north of the town's corner. */
function rectangle(x: number, y: number, width: number, height: number): Polygon {
  const corner = (dx: number, dy: number) => unproject(PLANE, x + dx, y + dy);
  const ring = [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)];
  return { type: "Polygon", coordinates: [[...ring, ring[0]!]] };
}

export interface TownPlan {
  columns: number;
  rows: number;
  /** Households of the buildings, over and over. */
  households: number[];
  /** Whether a wall stands behind this column; it has no gate. */
  wallAfter: number | null;
}

/**
 * Slabs in rows and columns, each of two entrances; four by four make a compound. One more stands far
 * outside of the boundary.
 */
export function townGround({ columns, rows, households, wallAfter }: TownPlan): PlanningGround {
  const facts = (count: number) =>
    WORK_FACTS.map((fact) =>
      fact === "households" ? count : fact === "residents" ? 2 * count : 0,
    );
  const slabs = Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const count = households[index % households.length]!;
    const id = `b${column}-${row}`;
    return {
      id,
      name: `${index + 1}号楼`,
      compoundId: `c${Math.floor(column / 4)}-${Math.floor(row / 4)}`,
      footprint: rectangle(column * STEP_METERS + 5, row * STEP_METERS + 10, 30, 12),
      facts: facts(count),
      entrances: ["1单元", "2单元"].map((name, entrance) => ({
        id: `${id}e${entrance}`,
        name,
        facts: facts(entrance === 0 ? Math.ceil(count / 2) : Math.floor(count / 2)),
      })),
    };
  });
  const town = rectangle(0, 0, columns * STEP_METERS, rows * STEP_METERS);
  const wall = (wallAfter ?? 0) * STEP_METERS;
  return {
    boundary: { type: "MultiPolygon", coordinates: [town.coordinates] },
    barriers:
      wallAfter === null
        ? []
        : [
            {
              type: "LineString",
              coordinates: [
                unproject(PLANE, wall, -50),
                unproject(PLANE, wall, rows * STEP_METERS + 50),
              ],
            },
          ],
    buildings: [
      ...slabs,
      {
        id: "exclave",
        name: "远楼",
        compoundId: null,
        footprint: rectangle(-300, 0, 30, 12),
        facts: facts(5),
        entrances: [],
      },
    ],
    compounds: [...new Set(slabs.map(({ compoundId }) => compoundId))].map((id) => ({
      id,
      name: id,
    })),
    partyGroups: [],
  };
}

export const anyTown: fc.Arbitrary<TownPlan> = fc
  .record({
    columns: fc.integer({ min: 3, max: 8 }),
    rows: fc.integer({ min: 2, max: 6 }),
    households: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 7 }),
    hasWall: fc.boolean(),
  })
  .map(({ hasWall, ...town }) => ({
    ...town,
    wallAfter: hasWall ? Math.floor(town.columns / 2) : null,
  }));

export const gridFacts = (
  name: string,
  ordinal: number,
  more: Partial<GridFacts> = {},
): GridFacts => {
  return { name, code: null, kind: "basic", ordinal, isLocked: false, outline: null, ...more };
};
export const microGridFacts = (
  gridId: string,
  name: string,
  ordinal: number,
  isLocked = false,
): MicroGridFacts => ({ gridId, name, ordinal, isLocked });

export interface DraftPlan {
  /** Columns of buildings in a grid, and in a micro-grid. */
  gridColumns: number;
  microGridRows: number;
  lockedGrid: number | null;
  dedicatedGrid: number | null;
  lockedMicroGrid: number | null;
  /** Every so manieth building is uncovered. */
  uncoveredEvery: number | null;
}

/** A draft of strips from west to east, each cut into micro-grids from south to north. */
export function townDraft({ buildings }: PlanningGround, draft: DraftPlan): PlanState {
  const grids = new Map<string, GridFacts>();
  const microGrids = new Map<string, MicroGridFacts>();
  const units = new Map<string, string>();
  buildings.forEach(({ id }, index) => {
    const place = /^b(\d+)-(\d+)$/.exec(id);
    if (!place || (draft.uncoveredEvery && index % draft.uncoveredEvery === 0)) return;
    const grid = Math.floor(Number(place[1]) / draft.gridColumns);
    const part = Math.floor(Number(place[2]) / draft.microGridRows);
    const [gridId, microGridId] = [`g${grid}`, `g${grid}m${part}`];
    const kind = grid === draft.dedicatedGrid ? "dedicated" : "basic";
    const isLocked = grid === draft.lockedGrid;
    grids.set(gridId, gridFacts(`Grid ${grid + 1}`, grid + 1, { kind, isLocked }));
    if (!microGrids.has(microGridId)) {
      const isPartLocked = microGrids.size === draft.lockedMicroGrid;
      const name = `M${grid + 1}-${part + 1}`;
      microGrids.set(microGridId, microGridFacts(gridId, name, part + 1, isPartLocked));
    }
    units.set(id, microGridId);
  });
  const posts = new Map([["grid-worker grid g0" as const, ["p1"]]]);
  return { grids, microGrids, units, broken: new Set(), posts };
}

const maybe = fc.option(fc.integer({ min: 0, max: 2 }));
export const anyDraft: fc.Arbitrary<DraftPlan> = fc.record({
  gridColumns: fc.integer({ min: 1, max: 3 }),
  microGridRows: fc.integer({ min: 1, max: 3 }),
  lockedGrid: maybe,
  dedicatedGrid: maybe,
  lockedMicroGrid: maybe,
  uncoveredEvery: fc.option(fc.integer({ min: 2, max: 9 })),
});
