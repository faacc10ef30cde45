import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "#data/model/planning/change.ts";
import { figuresOf } from "#data/model/planning/figures/figures.ts";
import { figureGroundOf } from "#data/model/planning/figures/ground.ts";
import { type PlanningGround, planningUnits } from "#data/model/planning/ground.ts";
import { copyOfLayout, layoutOf, paintedChange } from "#data/model/planning/layout.ts";
import { breakBuilding, joinBuilding } from "#data/model/planning/painting/breaking.ts";
import { addGrid, removeGrid } from "#data/model/planning/painting/groups.ts";
import { type Paint, paintUnits } from "#data/model/planning/painting/paintUnits.ts";
import { renumber } from "#data/model/planning/painting/renumbering.ts";
import { halve } from "#data/model/planning/painting/splitting.ts";
import { UnitIndex } from "#data/model/planning/painting/unitIndex.ts";
import { planMapOf } from "#data/model/planning/planMap.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";

/** Six rows of ten houses, 20 m apart; a compound is a row, the first house has three entrances. */
const ground = houses(10, 6);
const map = planMapOf(ground, new Set());
const units = planningUnits(ground, new Set());
const weights = DEFAULT_SETTINGS.loadWeights;
const figureGround = figureGroundOf(map, units, ground, weights);
const index = new UnitIndex(map);
const places = { x: index.x, y: index.y };
const ids = map.unitIds;

/** West half and east half, two micro-grids each: the upper three rows and the lower three. */
const state = halves();
const facts = { isLocked: true };

function houses(columns: number, rows: number): PlanningGround {
  const [lon, lat, step] = [116.4, 39.9, 20 / 85_000];
  const box = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    boundary: {
      type: "MultiPolygon",
      coordinates: [[box(lon, lat, lon + columns * step, lat + rows * step)]],
    },
    barriers: [],
    buildings: Array.from({ length: columns * rows }, (_, i) => {
      const west = lon + ((i % columns) + 0.3) * step;
      const south = lat + (Math.floor(i / columns) + 0.3) * step;
      const footprint = {
        type: "Polygon" as const,
        coordinates: [box(west, south, west + 0.4 * step, south + 0.4 * step)],
      };
      const facts = [6, 18, 0, 0, 0, 0, 0, 0, 1];
      const entrances =
        i > 0
          ? []
          : [2, 2, 2].map((households, e) => ({
              id: `b0-${e}`,
              name: `${e}`,
              facts: [households],
            }));
      return {
        id: `b${i}`,
        name: `${i}号楼`,
        compoundId: `c${Math.floor(i / columns)}`,
        footprint,
        facts,
        entrances,
      };
    }),
    compounds: Array.from({ length: rows }, (_, row) => ({ id: `c${row}`, name: `小区${row}` })),
    partyGroups: [{ id: "p", name: "支部", buildingIds: ["b0", "b9"] }],
  };
}

function halves(): PlanState {
  let next = EMPTY_STATE;
  for (const side of ["west", "east"]) {
    next = applyChange(next, addGrid(next, { gridId: side, microGridId: `${side}-low` })).state;
    const name = `微网格${side === "west" ? 1 : 2}-2`;
    const high = { gridId: side, name, ordinal: 2, isLocked: false };
    next = applyChange(next, { microGrids: [[`${side}-high`, high]] }).state;
  }
  const put = ids.map((id, unit): [string, string] => {
    const side = unit % 10 < 5 ? "west" : "east";
    return [id, `${side}-${unit < 30 ? "low" : "high"}`];
  });
  return applyChange(next, { put }).state;
}

const lay = (of: PlanState) => layoutOf(of, ids);
const grid = (id: string, takes: "units" | "micro-grids"): Paint => ({
  kind: "grid",
  grid: lay(state).gridIds.indexOf(id),
  takes,
  spareId: "spare",
});

test("whatever is painted, the change that comes of it makes the painted layout of the state", () => {
  const anyPaint: fc.Arbitrary<Paint> = fc.oneof(
    fc.constant<Paint>({ kind: "erase" }),
    fc.integer({ min: 0, max: 3 }).map((microGrid): Paint => ({ kind: "micro-grid", microGrid })),
    fc
      .tuple(
        fc.constantFrom("west", "east"),
        fc.constantFrom("units" as const, "micro-grids" as const),
      )
      .map(([id, takes]) => grid(id, takes)),
  );
  const anyStroke = fc.tuple(
    anyPaint,
    fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(anyStroke, { maxLength: 6 }), (strokes) => {
      const before = lay(state);
      const painted = copyOfLayout(before);
      for (const [paint, touched] of strokes) paintUnits(painted, places, paint, touched);
      const next = applyChange(
        state,
        paintedChange(state, before, painted, () => "新"),
      ).state;
      const again = lay(next);
      const named = (layout: typeof again) =>
        [...layout.microGridOfUnit].map((each) => [
          layout.microGridIds[each],
          layout.gridIds[layout.gridOfMicroGrid[each] ?? -1],
        ]);
      expect(named(again)).toEqual(named(painted));
    }),
    { numRuns: 60 },
  );
});

test("what is locked neither gives nor takes, and says why", () => {
  const locked = applyChange(state, {
    microGrids: [["west-low", { ...state.microGrids.get("west-low")!, ...facts }]],
  }).state;
  const layout = lay(locked);
  const painted = paintUnits(layout, places, grid("east", "units"), [0, 35]);
  expect(painted.changed).toEqual([]);
  expect([...painted.lockedMicroGrids].map((each) => layout.microGridIds[each])).toEqual([
    "west-low",
  ]);
  const lockedGrid = applyChange(state, {
    grids: [["west", { ...state.grids.get("west")!, ...facts }]],
  }).state;
  const other = lay(lockedGrid);
  expect(paintUnits(other, places, { kind: "erase" }, [0, 9]).changed).toEqual([9]);
  expect([...paintUnits(other, places, grid("west", "units"), [9]).lockedGrids]).toEqual([0]);
});

test("at the level of grids a unit takes its micro-grid along, or joins the nearest alone", () => {
  const whole = lay(state);
  expect(paintUnits(whole, places, grid("east", "micro-grids"), [0]).changed).toHaveLength(15);
  const alone = lay(state);
  expect(paintUnits(alone, places, grid("east", "units"), [4, 54]).changed).toEqual([4, 54]);
  const at = (unit: number) => alone.microGridIds[alone.microGridOfUnit[unit]!];
  expect([at(4), at(54)]).toEqual(["east-low", "east-high"]);
});

test("the figures say what is uncovered, cut off, split and over", () => {
  const layout = lay(state);
  const whole = figuresOf(figureGround, layout);
  expect([...whole.grids.households]).toEqual([180, 180]);
  expect([...whole.grids.pieces]).toEqual([1, 1]);
  expect(whole.compounds).toEqual({ whole: 0, split: 6 });
  expect(whole.partyGroups).toEqual({ whole: 0, split: 1 });
  expect(whole.grids.compactness[0]).toBeGreaterThan(0.85);
  layout.microGridOfUnit[9] = 0;
  layout.microGridOfUnit[20] = -1;
  const cut = figuresOf(figureGround, layout);
  expect([cut.uncovered, cut.cutOff, cut.doubled]).toEqual([1, 1, 0]);
  expect(cut.partyGroups).toEqual({ whole: 1, split: 0 });
  expect(cut.walkMeters).toBeGreaterThan(whole.walkMeters);
  expect(cut.compactness).toBeLessThan(whole.compactness);
});

test("a building is broken into its entrances where it was, and joined where most of them are", () => {
  const building = ground.buildings[0]!;
  const broken = applyChange(state, breakBuilding(state, building)!).state;
  expect(["b0", "b0-0", "b0-1", "b0-2"].map((id) => broken.units.get(id))).toEqual([
    undefined,
    "west-low",
    "west-low",
    "west-low",
  ]);
  expect(planMapOf(ground, broken.broken).cells).toHaveLength(62);
  const moved = applyChange(broken, {
    put: [
      ["b0-1", "east-low"],
      ["b0-2", "east-low"],
    ],
  }).state;
  const joined = applyChange(moved, joinBuilding(moved, building)!).state;
  expect([joined.units.get("b0"), joined.units.has("b0-1"), joined.broken.size]).toEqual([
    "east-low",
    false,
    0,
  ]);
});

test("a brush finds the units that it passes over, a ring those that it holds", () => {
  const [x, y] = [index.x[0]!, index.y[0]!];
  expect(index.along(x, y, index.x[3]!, y, 4).sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  expect(index.at(x + 8, y)).toBe(0);
  const ring = [0, 2, 22, 20, 0].map((unit): [number, number] => [
    index.x[unit]! + (unit % 10 ? 1 : -1),
    index.y[unit]! + (unit >= 20 ? 1 : -1),
  ]);
  expect(index.within(ring).sort((a, b) => a - b)).toEqual([0, 1, 2, 10, 11, 12, 20, 21, 22]);
});

test("a grid is halved into equal loads, each in one piece", () => {
  const all = ids.map((_, unit) => unit);
  const half = halve(figureGround, all);
  expect(half).toHaveLength(30);
  const layout = lay(state);
  layout.microGridOfUnit.fill(0);
  for (const unit of half) layout.microGridOfUnit[unit] = 2;
  expect([...figuresOf(figureGround, layout).grids.pieces]).toEqual([1, 1]);
});

test("renumbering goes from west to east and keeps the words of the names", () => {
  const layout = lay(state);
  const turned = { ...figureGround, x: figureGround.x.map((x) => -x) };
  const next = applyChange(state, renumber(state, turned, layout)).state;
  expect(next.grids.get("east")).toMatchObject({ name: "第一网格", ordinal: 1 });
  expect(next.grids.get("west")).toMatchObject({ name: "第二网格", ordinal: 2 });
  expect(next.microGrids.get("west-high")).toMatchObject({ name: "微网格2-1", ordinal: 1 });
});

test("a grid that is taken out leaves its units uncovered and no post behind", () => {
  const posts = {
    posts: [
      [{ role: "grid-worker" as const, placeType: "grid" as const, placeId: "west" }, ["p"]] as [
        never,
        string[],
      ],
    ],
  };
  const withPost = applyChange(state, posts).state;
  const next = applyChange(withPost, removeGrid(withPost, "west")).state;
  expect([next.units.size, next.microGrids.size, next.posts.size]).toEqual([30, 2, 0]);
});
