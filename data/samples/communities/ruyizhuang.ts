import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/ruyizhuang.ts";
import { addPublic } from "../ground/campus.ts";
import { addEstate } from "../ground/estates.ts";
import { latticeOf } from "../ground/lattice.ts";
import { curve, inset, prolonged } from "../ground/lines.ts";
import { oval, rectangle } from "../ground/shapes.ts";
import { addGround, addStreet, type Site } from "../ground/site.ts";

const STREETS = latticeOf([
  [
    [-262, 168],
    [-92, 190],
    [96, 178],
    [262, 190],
  ],
  [
    [-276, 0],
    [-84, 10],
    [106, -4],
    [270, 12],
  ],
  [
    [-258, -172],
    [-88, -158],
    [92, -176],
    [256, -160],
  ],
]);

const NORTH_WEST = inset(STREETS.block([0, 1], [0, 1]), 10);
const NORTH = inset(STREETS.block([0, 1], [1, 2]), 10);
const NORTH_EAST = inset(STREETS.block([0, 1], [2, 3]), 10);
const SOUTH_WEST = inset(STREETS.block([1, 2], [0, 1]), 10);
const SOUTH_EAST = inset(STREETS.block([1, 2], [2, 3]), 10);

function draw(site: Site): void {
  addStreet(site, "road", "北山坡路", prolonged(STREETS.row(0), 60));
  addStreet(site, "road", "如意街", prolonged(STREETS.row(1), 60));
  addStreet(site, "river", "如意沟", prolonged(STREETS.row(2), 70));
  addStreet(site, "railway", "矿山专用线", prolonged(STREETS.column(0), 60));
  addStreet(site, "road", "矿北路", prolonged(STREETS.column(1), 30));
  addStreet(site, "road", "如意中路", prolonged(STREETS.column(2), 30));
  addStreet(site, "main-road", "矿区东大街", prolonged(STREETS.column(3), 60));
  addHillside(site);
  addValley(site);
  addMarket(site);
}

function addHillside(site: Site): void {
  const open = { isOpen: true, gates: [] };
  addEstate(site, {
    ...open,
    name: "北山坡小区",
    ring: NORTH_WEST,
    street: "北山坡路3号",
    lanes: [
      curve([
        [-180, 176],
        [-176, 90],
        [-182, 6],
      ]),
    ],
    gardens: [{ kind: "green", middle: [-228, 150], length: 44, depth: 26, shape: "oval" }],
    plots: [{ lengths: [62, 47], storeys: [7], degrees: 3, homesPerFloor: 3 }],
  });
  addEstate(site, {
    ...open,
    name: "如意小区",
    ring: NORTH,
    street: "如意街12号",
    lanes: [
      curve([
        [-88, 96],
        [0, 92],
        [100, 96],
      ]),
    ],
    gardens: [{ kind: "square", middle: [60, 118], length: 34, depth: 22, name: "如意广场" }],
    plots: [{ lengths: [47, 62], storeys: [6, 5], degrees: -1 }],
    shopsIn: [1],
  });
  addEstate(site, {
    ...open,
    name: "矿工小区",
    ring: NORTH_EAST,
    street: "矿区东大街21号",
    lanes: [
      curve([
        [184, 182],
        [180, 90],
        [188, 4],
      ]),
    ],
    plots: [{ lengths: [62, 47, 32], storeys: [6], degrees: 2 }],
    shopsIn: [1],
  });
}

function addValley(site: Site): void {
  const open = { isOpen: true, gates: [] };
  addEstate(site, {
    ...open,
    name: "电厂宿舍",
    ring: SOUTH_WEST,
    street: "如意街5号",
    lanes: [
      curve([
        [-270, -84],
        [-180, -78],
        [-88, -76],
      ]),
    ],
    plots: [{ lengths: [47, 62], storeys: [5, 6], degrees: 2 }],
  });
  addEstate(site, {
    ...open,
    name: "河边小区",
    ring: SOUTH_EAST,
    street: "如意中路8号",
    lanes: [
      curve([
        [184, 4],
        [178, -80],
        [184, -160],
      ]),
    ],
    gardens: [
      {
        kind: "green",
        middle: [222, -128],
        length: 40,
        depth: 22,
        shape: "oval",
        name: "河边绿地",
      },
    ],
    plots: [{ lengths: [62, 47, 32], storeys: [6, 6, 5], degrees: -2 }],
  });
}

/** The market square between the estates: two halls, a row of shops, the community's own house. */
function addMarket(site: Site): void {
  const zone = "农贸市场";
  const hall = (name: string, y: number) =>
    addPublic(
      site,
      name,
      zone,
      "如意街18号",
      2,
      rectangle({ middle: [-20, y], length: 76, depth: 22, degrees: -3 }),
      "shop",
    );
  addGround(site, "green", "如意公园", oval({ middle: [14, -134], length: 128, depth: 40 }));
  addGround(site, "water", null, oval({ middle: [34, -134], length: 44, depth: 20 }));
  addStreet(
    site,
    "lane",
    "市场巷",
    curve([
      [-86, -96],
      [0, -100],
      [96, -94],
    ]),
  );
  hall("市场一厅", -24);
  hall("市场二厅", -58);
  addPublic(
    site,
    "如意庄社区服务楼",
    zone,
    "如意中路3号",
    3,
    rectangle({ middle: [66, -44], length: 26, depth: 40, degrees: 2 }),
  );
}

/** 如意庄社区: open estates of a mining quarter between hill and stream, each block a grid of its own. */
export const ruyizhuang: SampleDefinition = {
  slug: "ruyizhuang",
  name: "如意庄社区",
  nameEn: "Ruyizhuang Community",
  area: "saiyu",
  frame: { centre: [113.512, 37.874], rotationDegrees: 9 },
  boundary: STREETS.block(),
  draw,
  division: [
    { zone: "北山坡小区", grids: [{ microGrids: 9 }] },
    { zone: "如意小区", grids: [{ microGrids: 4 }] },
    { zone: "矿工小区", grids: [{ microGrids: 5 }] },
    { zone: "电厂宿舍", grids: [{ microGrids: 4 }] },
    { zone: "河边小区", grids: [{ microGrids: 5 }] },
    { zone: "农贸市场", grids: [{ microGrids: 1, kind: "dedicated", name: "农贸市场专属网格" }] },
  ],
  outlines: {
    第一网格: STREETS.block([0, 1], [0, 1]),
    第二网格: STREETS.block([0, 1], [1, 2]),
    第三网格: STREETS.block([0, 1], [2, 3]),
    第四网格: STREETS.block([1, 2], [0, 1]),
    第五网格: STREETS.block([1, 2], [2, 3]),
    农贸市场专属网格: STREETS.block([1, 2], [1, 2]),
  },
  party: { members: 96, centreHouseholds: 12, name: "如意庄社区党委", gridGroups: true },
  places: PLACES,
};
