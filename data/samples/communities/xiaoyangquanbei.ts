import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/xiaoyangquanbei.ts";
import { addPublic } from "../ground/campus.ts";
import { addEstate } from "../ground/estates.ts";
import { latticeOf } from "../ground/lattice.ts";
import { curve, inset, prolonged } from "../ground/lines.ts";
import { oval, rectangle } from "../ground/shapes.ts";
import { addGround, addStreet, PUBLIC_BUILDING, type Site } from "../ground/site.ts";

const STREETS = latticeOf([
  [
    [-226, 190],
    [-40, 206],
    [110, 188],
    [252, 176],
  ],
  [
    [-244, 20],
    [-52, 6],
    [96, 18],
    [262, 6],
  ],
  [
    [-222, -158],
    [-60, -174],
    [104, -160],
    [246, -170],
  ],
]);

function draw(site: Site): void {
  addStreet(site, "road", "北大街", prolonged(STREETS.row(0), 60));
  addStreet(site, "main-road", "上站大街", prolonged(STREETS.row(1), 70));
  addStreet(site, "river", "小阳泉沟", prolonged(STREETS.row(2), 60));
  addStreet(site, "road", "站前路", prolonged(STREETS.column(0), 60));
  addStreet(site, "road", "北园路", STREETS.column(1));
  addStreet(site, "road", "泉中路", STREETS.column(2));
  addStreet(site, "road", "煤山路", prolonged(STREETS.column(3), 60));
  addNorth(site);
  addSouth(site);
  addMarket(site);
  addBeyondTheStreet(site);
}

function addNorth(site: Site): void {
  addEstate(site, {
    name: "北园小区",
    ring: inset(STREETS.block([0, 1], [0, 1]), 13),
    street: "北园路2号",
    gates: [{ name: "北园小区东门", near: [-60, 106] }],
    lanes: [
      curve([
        [-46, 106],
        [-130, 104],
        [-218, 110],
      ]),
    ],
    gardens: [
      { kind: "green", middle: [-84, 128], length: 36, depth: 26, shape: "oval", name: "北园" },
    ],
    plots: [{ lengths: [62, 47], storeys: [6, 6, 5], degrees: 2 }],
  });
  addEstate(site, {
    name: "机关宿舍",
    ring: inset(STREETS.block([0, 1], [1, 2]), 13),
    street: "上站大街40号",
    gates: [{ name: "机关宿舍南门", near: [28, 26] }],
    lanes: [
      curve([
        [28, 14],
        [24, 100],
        [30, 180],
      ]),
    ],
    plots: [{ lengths: [47, 32], storeys: [6, 5], degrees: -1, homesPerFloor: 3 }],
    shopsIn: [1],
  });
  addEstate(site, {
    name: "泉馨苑",
    ring: inset(STREETS.block([0, 1], [2, 3]), 13),
    street: "泉中路7号",
    gates: [{ name: "泉馨苑西门", near: [116, 92] }],
    lanes: [
      curve([
        [104, 92],
        [150, 94],
        [180, 98],
        [238, 92],
      ]),
    ],
    gardens: [
      { kind: "green", middle: [182, 77], length: 96, depth: 22, shape: "oval", name: "泉馨园" },
      { kind: "water", middle: [196, 77], length: 32, depth: 12, shape: "oval" },
    ],
    towers: (
      [
        [142, 140],
        [184, 142],
        [224, 134],
        [150, 46],
        [204, 46],
      ] as const
    ).map((at) => ({
      at,
      shape: "cross",
      length: 27,
      depth: 23,
      storeys: 18,
      entrances: 1,
      homesPerFloor: 4,
    })),
  });
}

function addSouth(site: Site): void {
  addEstate(site, {
    name: "上站小区",
    ring: inset(STREETS.block([1, 2], [0, 1]), 14),
    street: "上站大街15号",
    gates: [{ name: "上站小区北门", near: [-146, 4] }],
    lanes: [
      curve([
        [-146, 12],
        [-142, -80],
        [-148, -150],
      ]),
    ],
    plots: [{ lengths: [47, 62], storeys: [6], degrees: 1 }],
    shopsIn: [1],
  });
  addEstate(site, {
    name: "煤山小区",
    ring: inset(STREETS.block([1, 2], [2, 3]), 14),
    street: "煤山路11号",
    gates: [{ name: "煤山小区西门", near: [112, -76] }],
    lanes: [
      curve([
        [100, -76],
        [180, -72],
        [244, -78],
      ]),
    ],
    plots: [{ lengths: [62, 47], storeys: [5, 6], degrees: -2 }],
    shopsIn: [1],
  });
}

/** The old market with its shops, and the community's house on its square. */
function addMarket(site: Site): void {
  const zone = "上站市场";
  const row = (name: string, x: number, y: number, length: number, degrees: number) =>
    addPublic(
      site,
      name,
      zone,
      "上站大街28号",
      2,
      rectangle({ middle: [x, y], length, depth: 13, degrees }),
      "shop",
    );
  addGround(site, "square", "市场广场", rectangle({ middle: [22, -62], length: 62, depth: 34 }));
  addGround(site, "green", "沟边绿地", oval({ middle: [22, -128], length: 104, depth: 26 }));
  row("市场一排", -8, -18, 54, 0);
  row("市场二排", 58, -16, 54, 3);
  row("市场三排", -34, -64, 60, 88);
  row("市场四排", 76, -64, 60, 91);
  addPublic(
    site,
    "小阳泉北社区服务楼",
    zone,
    "上站大街28号",
    3,
    rectangle({ middle: [22, -98], length: 44, depth: 14 }),
  );
}

/** One block north of 北大街 lies in the next community, and is managed from here all the same. */
function addBeyondTheStreet(site: Site): void {
  site.buildings.push({
    ...PUBLIC_BUILDING,
    name: "北大街甲9号楼",
    kind: "slab",
    zone: "北园小区",
    address: "北大街甲9号",
    storeys: 5,
    ring: rectangle({ middle: [-120, 226], length: 47, depth: 12, degrees: 5 }),
    entrances: 3,
    homesPerFloor: 2,
    groundFloor: "homes",
  });
}

/** 小阳泉北社区: walled estates around an old market; party organisations answer for each of them. */
export const xiaoyangquanbei: SampleDefinition = {
  slug: "xiaoyangquanbei",
  name: "小阳泉北社区",
  nameEn: "Xiaoyangquanbei Community",
  area: "shangzhan",
  frame: { centre: [113.58, 37.86], rotationDegrees: 5 },
  boundary: STREETS.block(),
  draw,
  homes: { elderlyAlone: 0.08 },
  division: [
    { zone: "北园小区", grids: [{ microGrids: 5 }] },
    { zone: "机关宿舍", grids: [{ microGrids: 5 }] },
    { zone: "泉馨苑", grids: [{ microGrids: 5 }] },
    { zone: "上站小区", grids: [{ microGrids: 5 }] },
    { zone: "煤山小区", grids: [{ microGrids: 5 }] },
    { zone: "上站市场", grids: [{ microGrids: 1, kind: "dedicated", name: "上站市场专属网格" }] },
  ],
  posts: { partyContacts: "both" },
  party: {
    members: 118,
    centreHouseholds: 14,
    name: "小阳泉北社区党委",
    compoundBranches: true,
    buildingGroups: 8,
  },
  places: PLACES,
};
