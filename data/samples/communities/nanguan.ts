import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/nanguan.ts";
import { addSchool } from "../ground/campus.ts";
import { addEstate } from "../ground/estates.ts";
import { latticeOf } from "../ground/lattice.ts";
import { curve, inset, prolonged } from "../ground/lines.ts";
import type { Line } from "../ground/plane.ts";
import { addStreet, type Site } from "../ground/site.ts";

const STREETS = latticeOf([
  [
    [-342, 196],
    [-168, 214],
    [4, 204],
    [176, 222],
    [336, 202],
  ],
  [
    [-352, 8],
    [-172, -4],
    [-6, 10],
    [180, 2],
    [346, 14],
  ],
  [
    [-330, -190],
    [-176, -204],
    [8, -194],
    [168, -210],
    [328, -188],
  ],
]);

const block = (row: number, column: number, meters = 13) =>
  inset(STREETS.block([row, row + 1], [column, column + 1]), meters);

interface Quarter {
  name: string;
  street: string;
  at: readonly [row: number, column: number];
  lane: Line;
  gate: readonly [number, number];
  storeys: readonly number[];
  lengths: readonly number[];
  degrees: number;
}

const QUARTERS: readonly Quarter[] = [
  {
    name: "南关东苑",
    street: "府东街4号",
    at: [0, 0],
    lane: curve([
      [-346, 104],
      [-256, 100],
      [-182, 104],
    ]),
    gate: [-334, 104],
    storeys: [5, 6],
    lengths: [47, 62],
    degrees: 2,
  },
  {
    name: "学门街小区",
    street: "学门街17号",
    at: [0, 1],
    lane: curve([
      [-84, 206],
      [-88, 110],
      [-82, 14],
    ]),
    gate: [-82, 14],
    storeys: [6],
    lengths: [47, 32],
    degrees: -1,
  },
  {
    name: "冠山苑",
    street: "冠山路22号",
    at: [0, 2],
    lane: curve([
      [92, 210],
      [88, 110],
      [94, 16],
    ]),
    gate: [94, 16],
    storeys: [6, 6, 5],
    lengths: [62, 47],
    degrees: 1,
  },
  {
    name: "南营小区",
    street: "南营街9号",
    at: [0, 3],
    lane: curve([
      [176, 110],
      [260, 106],
      [332, 112],
    ]),
    gate: [190, 110],
    storeys: [5],
    lengths: [62, 47],
    degrees: -2,
  },
  {
    name: "西关宿舍",
    street: "南关大街31号",
    at: [1, 0],
    lane: curve([
      [-262, -2],
      [-258, -100],
      [-264, -186],
    ]),
    gate: [-262, -14],
    storeys: [6, 6, 5],
    lengths: [62, 47],
    degrees: -2,
  },
  {
    name: "南关西苑",
    street: "南关大街45号",
    at: [1, 1],
    lane: curve([
      [-172, -100],
      [-84, -96],
      [-8, -102],
    ]),
    gate: [-162, -100],
    storeys: [6, 5],
    lengths: [47, 62, 32],
    degrees: 2,
  },
  {
    name: "石桥小区",
    street: "南关大街70号",
    at: [1, 3],
    lane: curve([
      [256, 4],
      [252, -100],
      [258, -188],
    ]),
    gate: [256, -8],
    storeys: [6],
    lengths: [47, 32],
    degrees: 1,
  },
];

function draw(site: Site): void {
  addStreet(site, "road", "府东街", prolonged(STREETS.row(0), 60));
  addStreet(site, "main-road", "南关大街", prolonged(STREETS.row(1), 60));
  addStreet(site, "river", "南川河", prolonged(STREETS.row(2), 70));
  addStreet(site, "road", "西关路", prolonged(STREETS.column(0), 60));
  addStreet(site, "road", "学门街", prolonged(STREETS.column(1), 30));
  addStreet(site, "road", "冠山路", prolonged(STREETS.column(2), 30));
  addStreet(site, "road", "南营街", prolonged(STREETS.column(3), 30));
  addStreet(site, "road", "东环路", prolonged(STREETS.column(4), 60));
  for (const { name, street, at, lane, gate, storeys, lengths, degrees } of QUARTERS) {
    addEstate(site, {
      name,
      street,
      ring: block(...at),
      gates: [{ name: `${name}大门`, near: gate }],
      lanes: [lane],
      plots: [{ storeys, lengths, degrees }],
      shopsIn: [1],
    });
  }
  addSchool(site, {
    name: "南关小学",
    zone: "南关小学",
    ring: block(1, 2),
    address: "南关大街58号",
    gate: [88, -8],
    block: [60, -44],
    hall: [126, -46],
    track: [96, -140],
    trackLength: 96,
  });
}

/** 南关社区: a county town's quarter of fifteen small grids along 南关大街. */
export const nanguan: SampleDefinition = {
  slug: "nanguan",
  name: "南关社区",
  nameEn: "Nanguan Community",
  area: "guanshan",
  frame: { centre: [113.63, 37.8], rotationDegrees: -4 },
  settings: { gridHouseholds: [80, 250] },
  boundary: STREETS.block(),
  draw,
  homes: { elderlyAlone: 0.04 },
  division: [
    ...QUARTERS.map(({ name }) => ({
      zone: name,
      grids: [{ microGrids: 3 }, { microGrids: 3 }],
    })),
    { zone: "南关小学", grids: [{ microGrids: 1, kind: "dedicated", name: "南关小学专属网格" }] },
  ],
  party: { members: 124, centreHouseholds: 15, name: "南关社区党总支", gridGroups: true },
  places: PLACES,
};
