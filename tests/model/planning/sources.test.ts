import { expect, test } from "vitest";
import { arrange } from "#data/model/planning/sources/arrange.ts";
import { locate } from "#data/model/planning/sources/locate.ts";
import { readOutlines } from "#data/model/planning/sources/outlines.ts";
import { placeRows } from "#data/model/planning/sources/placeRows.ts";
import { readPlanTable } from "#data/model/planning/sources/table.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";
import { PlaceIndex } from "#data/model/roster/places.ts";

/** Two grids of a former plan; a and b are led as one micro-grid, c by itself. */
const grid = { code: "G", kind: "basic", isLocked: true, outline: null } as const;
const former: PlanState = {
  ...EMPTY_STATE,
  grids: new Map([
    ["g1", { ...grid, name: "第一网格", ordinal: 1 }],
    ["g2", { ...grid, name: "第二网格", ordinal: 2 }],
  ]),
  microGrids: new Map([
    ["m1", { gridId: "g1", name: "甲", ordinal: 1, isLocked: false }],
    ["m2", { gridId: "g2", name: "乙", ordinal: 1, isLocked: false }],
  ]),
  units: new Map([
    ["a", "m1"],
    ["b", "m1"],
    ["c", "m2"],
  ]),
};

/** Ids in the order in which they are asked for. */
function ids(): () => string {
  let count = 0;
  return () => `new${++count}`;
}

/** A rectangle around longitude 120, latitude 30; the unit is a thousandth of a degree. */
function box(west: number, south: number, east: number, north: number) {
  const at = (x: number, y: number) => [120 + x / 1000, 30 + y / 1000];
  const corners = [at(west, south), at(east, south), at(east, north), at(west, north)];
  return { type: "Polygon" as const, coordinates: [[...corners, at(west, south)]] };
}

test("grids and micro-grids that are called as before keep their ids, wherever their units went", () => {
  const placings = [
    { unitId: "a", grid: "1号网格", microGrid: null },
    { unitId: "b", grid: "二网格", microGrid: null },
    { unitId: "c", grid: "1号网格", microGrid: null },
    { unitId: "d", grid: "新网格", microGrid: "丙" },
  ];
  const broken = new Set<string>();
  const state = arrange({ former, placings, grids: [], broken, makeId: ids() });
  expect([...state.grids.keys()]).toEqual(["g1", "g2", "new2"]);
  expect(state.grids.get("g1")).toMatchObject({ name: "1号网格", code: "G", isLocked: false });
  // Of a micro-grid that is cut in two the half that stays where most of it is remains itself.
  expect(Object.fromEntries(state.units)).toEqual({ a: "m1", b: "new1", c: "m2", d: "new3" });
  expect(state.microGrids.get("m2")).toMatchObject({ gridId: "g1", name: "乙" });
  expect(state.microGrids.get("new3")).toMatchObject({ gridId: "new2", name: "丙", ordinal: 1 });
});

test("a table's rows find buildings and entrances however they are written, and say which they do not", () => {
  const building = (id: string, name: string, within: string) => ({
    ...{ type: "building" as const, id, name, within },
  });
  const places = new PlaceIndex([
    building("a", "1号楼", "晨光小区"),
    building("b", "2号楼", "晨光小区"),
    building("c", "1号楼", "阳光小区"),
  ]);
  const entrances = ["1单元", "2单元", "3单元"].map((name, index) => ({
    ...{ id: `b${index + 1}`, name, ordinal: index + 1 },
  }));
  const cells = [
    ["晨光社区网格表", null, null, null, null],
    ["小 区", "楼栋号", "单元", "微网格（必填）", "所属网格"],
    ["晨光", "一幢", null, "甲", "第一网格"],
    ["阳光小区", "1#楼", null, null, "第二网格"],
    [null, "2栋", "二单元", "甲", "第一网格"],
    [null, "晨光小区2号楼", null, "乙", null],
    [null, "1号楼", null, "甲", "第一网格"],
    [null, "9号楼", null, "甲", "第一网格"],
    ["晨光", "1号楼", null, "乙", "第一网格"],
    [null, "2号楼", "7单元", "甲", "第一网格"],
    ["晨光", "2号楼", null, null, null],
  ];
  const table = readPlanTable(cells);
  if ("problem" in table) throw new Error(table.problem);
  const entrancesOf = new Map([["b", entrances]]);
  const { placings, broken, notes } = placeRows(table.rows, { places, entrancesOf, former });
  const first = { grid: "第一网格", microGrid: "甲" };
  const second = { grid: "第二网格", microGrid: "乙" };
  expect(placings).toEqual([
    { unitId: "b2", ...first },
    { unitId: "a", ...first },
    { unitId: "c", grid: "第二网格", microGrid: null },
    { unitId: "b1", ...second },
    { unitId: "b3", ...second },
  ]);
  expect([...broken]).toEqual(["b"]);
  expect(notes.map(({ kind, detail }) => [kind, detail])).toEqual([
    ["row-not-understood", "#7"],
    ["no-such-building", "#8"],
    ["doubled-resolved", "#9"],
    ["row-not-understood", "#10"],
  ]);
  const unknown = [["划分表"], ["房子", "片区（新）", "（注）"], ["1号楼", "东片", "x"]];
  const titles = ["房子", "片区（新）"];
  expect(readPlanTable(unknown)).toEqual({ problem: "no-table-columns", titles });
  const chosen = readPlanTable(unknown, { building: "房子", grid: "片区（新）" });
  expect(chosen).toMatchObject({ rows: [{ row: 3, building: "1号楼", grid: "东片" }] });
});

test("a unit lies in the outline of its point, or of most of it where that does not tell", () => {
  const outlines = [box(0, 0, 10, 10), box(10, 0, 20, 10), box(18, 0, 30, 10)];
  const site = (id: string, footprint: ReturnType<typeof box>, x: number) => ({
    ...{ id, footprint, position: [120 + x / 1000, 30.005] },
  });
  const sites = [
    site("inside", box(1, 4, 2, 6), 1.5),
    site("overlap", box(17, 4, 21, 6), 19),
    site("beside", box(9, 4, 14, 12), 40),
    site("outside", box(40, 4, 42, 6), 41),
  ];
  expect(locate(sites, outlines)).toEqual([
    { siteId: "inside", outline: 0, candidates: [] },
    { siteId: "overlap", outline: 1, candidates: [1, 2] },
    { siteId: "beside", outline: 1, candidates: [1, 0] },
    { siteId: "outside", outline: null, candidates: [] },
  ]);
});

test("outlines are read with the names of grids, or of micro-grids and their grids", () => {
  const feature = (properties: object, geometry: object) => ({
    ...{ type: "Feature", properties, geometry },
  });
  const file = (features: object[]) =>
    new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
  const { outlines, skipped } = readOutlines(
    file([
      feature({ 网格名称: "一" }, box(0, 0, 10, 10)),
      feature({ Name: "一" }, box(20, 0, 30, 10)),
      feature({ 网格: "二", 微网格: "甲" }, box(10, 0, 20, 10)),
      feature({}, box(30, 0, 40, 10)),
      feature(
        { name: "线" },
        {
          type: "LineString",
          coordinates: [
            [120, 30],
            [120.1, 30],
          ],
        },
      ),
    ]),
  );
  expect(outlines.map(({ grid, microGrid, geometry }) => [grid, microGrid, geometry.type])).toEqual(
    [
      ["一", null, "MultiPolygon"],
      ["二", "甲", "Polygon"],
      ["网格4", null, "Polygon"],
    ],
  );
  expect(skipped).toEqual([{ name: "线", reason: "not-an-area" }]);
  const metres = {
    type: "Polygon",
    coordinates: [
      [
        [5e5, 3e6],
        [5e5, 4e6],
        [6e5, 3e6],
        [5e5, 3e6],
      ],
    ],
  };
  expect(() => readOutlines(file([feature({}, metres)]))).toThrow("coordinates-in-metres");
});
