import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/nanlou.ts";
import { addPublic } from "../ground/campus.ts";
import { addEstate } from "../ground/estates.ts";
import { latticeOf } from "../ground/lattice.ts";
import { curve, inset, prolonged } from "../ground/lines.ts";
import { cornered, oval, rectangle } from "../ground/shapes.ts";
import { addGround, addStreet, type Site } from "../ground/site.ts";
import { addWall } from "../ground/compounds.ts";

const STREETS = latticeOf([
  [
    [-206, 176],
    [-24, 160],
    [214, 184],
  ],
  [
    [-196, 34],
    [-14, 20],
    [228, 30],
  ],
  [
    [-220, -178],
    [-30, -166],
    [206, -184],
  ],
]);

function draw(site: Site): void {
  addStreet(site, "main-road", "南楼大街", prolonged(STREETS.row(0), 60));
  addStreet(site, "road", "南楼中街", prolonged(STREETS.row(1), 30));
  addStreet(site, "road", "南山脚路", prolonged(STREETS.row(2), 60));
  addStreet(site, "road", "德胜街", prolonged(STREETS.column(0), 60));
  addStreet(site, "road", "南楼巷", STREETS.column(1));
  addStreet(site, "river", "义井沟", prolonged(STREETS.column(2), 60));
  addEstates(site);
  addHospital(site);
}

function addEstates(site: Site): void {
  addEstate(site, {
    name: "南楼小区",
    ring: inset(STREETS.block([0, 1], [1, 2]), 14),
    street: "南楼大街20号",
    gates: [{ name: "南楼小区南门", near: [98, 40] }],
    lanes: [
      curve([
        [98, 24],
        [96, 100],
        [100, 156],
      ]),
    ],
    plots: [{ lengths: [62, 47], storeys: [6, 5], degrees: 1, homesPerFloor: 3 }],
    shopsIn: [1],
  });
  addEstate(site, {
    name: "德胜小区",
    ring: inset(STREETS.block([1, 2], [0, 1]), 11),
    street: "德胜街6号",
    gates: [{ name: "德胜小区西门", near: [-196, -76] }],
    lanes: [
      curve([
        [-206, -76],
        [-110, -70],
        [-34, -78],
      ]),
    ],
    gardens: [
      { kind: "green", middle: [-60, -104], length: 44, depth: 28, shape: "oval", name: "德胜园" },
    ],
    plots: [{ lengths: [47, 62, 32], storeys: [6, 6, 5], degrees: -2, homesPerFloor: 3 }],
    shopsIn: [1],
  });
  addEstate(site, {
    name: "南山花园",
    ring: inset(STREETS.block([1, 2], [1, 2]), 13),
    street: "南楼中街9号",
    gates: [{ name: "南山花园北门", near: [108, 16] }],
    lanes: [
      [
        [108, 25],
        [108, -50],
      ],
      curve([
        [108, -50],
        [40, -58],
        [18, -92],
        [50, -106],
        [108, -112],
        [164, -106],
        [188, -90],
        [166, -58],
        [108, -50],
      ]),
    ],
    gardens: [
      {
        kind: "green",
        middle: [102, -82],
        length: 118,
        depth: 40,
        shape: "oval",
        name: "中心花园",
      },
      { kind: "square", middle: [64, -82], length: 20, depth: 16, name: "南山舞台" },
      { kind: "water", middle: [118, -82], length: 44, depth: 22, shape: "oval" },
    ],
    towers: (
      [
        [30, -14],
        [74, -12],
        [148, -16],
        [190, -18],
        [36, -138],
        [92, -142],
        [150, -142],
      ] as const
    ).map((at) => ({
      at,
      shape: "cross",
      length: 26,
      depth: 22,
      storeys: 16,
      entrances: 1,
      homesPerFloor: 4,
    })),
  });
}

/** The district's hospital, behind its own wall. */
function addHospital(site: Site): void {
  const zone = "南楼医院";
  const address = "南楼大街8号";
  addGround(site, "green", null, oval({ middle: [-104, 66], length: 84, depth: 26 }));
  addPublic(
    site,
    "南楼医院门诊楼",
    zone,
    address,
    5,
    cornered({ middle: [-100, 132], length: 64, depth: 17, degrees: -3 }, 22),
  );
  addPublic(
    site,
    "南楼医院住院楼",
    zone,
    address,
    9,
    rectangle({ middle: [-62, 96], length: 46, depth: 18, degrees: -3 }),
  );
  addPublic(
    site,
    "南楼医院后勤楼",
    zone,
    address,
    2,
    rectangle({ middle: [-164, 104], length: 26, depth: 34, degrees: 2 }),
  );
  const wall = inset(STREETS.block([0, 1], [0, 1]), 14);
  addWall(site, wall, [{ name: "南楼医院大门", near: [-110, 154] }]);
}

/** 南楼社区: every building has a chief among its own volunteers, or ought to have one. */
export const nanlou: SampleDefinition = {
  slug: "nanlou",
  name: "南楼社区",
  nameEn: "Nanlou Community",
  area: "yangquan",
  frame: { centre: [113.592, 37.851], rotationDegrees: -8 },
  settings: { wantsBuildingContacts: true },
  boundary: STREETS.block(),
  draw,
  homes: { elderlyAlone: 0.05 },
  division: [
    { zone: "南楼医院", grids: [{ microGrids: 1, kind: "dedicated", name: "南楼医院专属网格" }] },
    { zone: "南楼小区", grids: [{ microGrids: 6 }] },
    { zone: "德胜小区", grids: [{ microGrids: 4 }, { microGrids: 4 }] },
    { zone: "南山花园", grids: [{ microGrids: 7 }] },
  ],
  posts: { buildingChiefs: true, everyBuilding: true },
  party: { members: 88, centreHouseholds: 10, name: "南楼社区党委", compoundBranches: true },
  places: PLACES,
};
