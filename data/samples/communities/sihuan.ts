import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/sihuan.ts";
import { addPublic } from "../ground/campus.ts";
import { addWall } from "../ground/compounds.ts";
import { addCourtyard, addCourtyards, along } from "../ground/courtyards.ts";
import { latticeOf } from "../ground/lattice.ts";
import { inset, prolonged } from "../ground/lines.ts";
import { between, type Spot } from "../ground/plane.ts";
import { rectangle } from "../ground/shapes.ts";
import { addGround, addStreet, type Site } from "../ground/site.ts";

const STREETS = latticeOf([
  [
    [-172, 146],
    [-56, 152],
    [62, 144],
    [176, 156],
  ],
  [
    [-166, 92],
    [-60, 88],
    [58, 94],
    [180, 90],
  ],
  [
    [-170, 38],
    [-54, 42],
    [64, 36],
    [176, 42],
  ],
  [
    [-164, -18],
    [-58, -14],
    [60, -18],
    [182, -12],
  ],
  [
    [-170, -70],
    [-52, -66],
    [66, -72],
    [178, -66],
  ],
  [
    [-166, -124],
    [-56, -128],
    [60, -120],
    [184, -126],
  ],
]);

/** Lanes from the north; 四环胡同 is the third. The outer two are the streets about the community. */
const LANES = ["海沿街", "枣树胡同", "四环胡同", "前井胡同", "豆角胡同", "平安南街"];
const ZONES = ["西片", "中片", "东片"];
/** Where courtyards begin and end: clear of the streets about the community, close to the lanes in it. */
const NORTH_DEPTHS = [0.13, 0.06, 0.06, 0.06, 0.06];
const SOUTH_DEPTHS = [0.94, 0.94, 0.94, 0.94, 0.77];
const ENDS = [
  [7, 3.5],
  [3.5, 3.5],
  [3.5, 7],
] as const;
/** The school takes the north-western strip. */
const SCHOOL = { row: 0, column: 0 };

function draw(site: Site): void {
  addStreet(site, "road", "海沿街", prolonged(STREETS.row(0), 60));
  addStreet(site, "main-road", "平安南街", prolonged(STREETS.row(5), 60));
  addStreet(site, "road", "槐荫西街", prolonged(STREETS.column(0), 60));
  addStreet(site, "road", "槐荫东街", prolonged(STREETS.column(3), 60));
  [1, 2, 3, 4].forEach((row) => addStreet(site, "lane", LANES[row]!, STREETS.row(row)));
  addStreet(site, "lane", "西夹道", STREETS.column(1));
  addStreet(site, "lane", "东夹道", STREETS.column(2));
  site.context.push({ kind: "water", name: "北海子", shape: { ring: lake() } });
  addGround(site, "green", "口袋公园", [
    [20, 48],
    [54, 47],
    [54, 60],
    [20, 61],
  ]);
  addSchoolYard(site);
  addGreatCourtyard(site);
  addQuarters(site);
}

const lake = (): Spot[] => [
  ...STREETS.row(0).map(([x, y]): Spot => [x, y + 12]),
  [190, 200],
  [120, 214],
  [10, 206],
  [-90, 216],
  [-186, 196],
];

/** A small school in the old way: a block on the street, a wing, and a yard between. */
function addSchoolYard(site: Site): void {
  const zone = "海沿小学";
  const part = (name: string, at: Spot, length: number, depth: number) =>
    addPublic(site, name, zone, "海沿街3号", 2, rectangle({ middle: at, length, depth }));
  addGround(
    site,
    "square",
    "海沿小学操场",
    rectangle({ middle: [-116, 110], length: 62, depth: 20 }),
  );
  part("海沿小学教学楼", [-112, 133], 72, 11);
  part("海沿小学东楼", [-73, 109], 11, 20);
  const wall = inset(STREETS.block([0, 1], [0, 1]), 7);
  addWall(site, wall, [{ name: "海沿小学校门", near: [-84, 96] }]);
}

function strip(row: number, column: number) {
  const part = (line: number) => STREETS.row(line).slice(column * 5, column * 5 + 6);
  return { north: part(row), south: part(row + 1) };
}

/** 28号院, about 1,500 m²: it reaches from 四环胡同 through to the lane behind. */
function addGreatCourtyard(site: Site): void {
  const { north, south } = strip(2, 1);
  const corner = (u: number, v: number) => {
    const share = 0.6 + 0.29 * u;
    return between(along(north, share), along(south, share), 0.065 + 0.85 * v);
  };
  const isClear = addCourtyard(site, corner, "四环胡同28号院", { zone: "中片", lane: "四环胡同" });
  if (!isClear) throw new Error("28号院 stands in the way");
}

/** Two rows of courtyards back to back in every strip, numbered along the lane they open to. */
function addQuarters(site: Site): void {
  for (let row = 0; row < 5; row += 1) {
    let [even, odd] = [2, 1];
    for (let column = 0; column < 3; column += 1) {
      if (row === SCHOOL.row && column === SCHOOL.column) continue;
      const common = { ...strip(row, column), zone: ZONES[column]!, ends: ENDS[column]! };
      const north = {
        ...common,
        lane: LANES[row]!,
        from: even,
        depths: [NORTH_DEPTHS[row]!, 0.49] as const,
      };
      even = addCourtyards(site, north);
      const south = {
        ...common,
        lane: LANES[row + 1]!,
        from: odd,
        depths: [0.51, SOUTH_DEPTHS[row]!] as const,
      };
      odd = addCourtyards(site, south);
    }
  }
}

/** 四环社区: hutong courtyards by a lake, shared by many families. */
export const sihuan: SampleDefinition = {
  slug: "sihuan",
  name: "四环社区",
  nameEn: "Sihuan Community",
  area: "shichahai",
  frame: { centre: [116.38, 39.93], rotationDegrees: 4 },
  settings: { gridHouseholds: [100, 300], microGridHouseholds: [25, 80] },
  boundary: STREETS.block(),
  draw,
  homes: { elderlyAlone: 0.07, let: 0.16, residentsOf: { 四环胡同28号院: 70 } },
  division: [
    ...ZONES.map((zone) => ({ zone, grids: [{ microGrids: 5 }] })),
    { zone: "海沿小学", grids: [{ microGrids: 1, kind: "dedicated", name: "海沿小学专属网格" }] },
  ],
  posts: { laneKeepers: true },
  party: { members: 74, centreHouseholds: 8, name: "四环社区党委", gridGroups: true },
  places: PLACES,
};
