import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/hongqi.ts";
import { addCompound, addWall } from "../ground/compounds.ts";
import { addLawnsAndPaths } from "../ground/lawns.ts";
import { curve, prolonged } from "../ground/lines.ts";
import type { Line, Spot } from "../ground/plane.ts";
import { oval, rectangle, stepped } from "../ground/shapes.ts";
import { addGround, addStreet, type Site } from "../ground/site.ts";

const NORTH: Line = curve([
  [-162, 116],
  [-60, 126],
  [60, 122],
  [166, 134],
]);
const CANAL: Line = curve([
  [166, 134],
  [178, 60],
  [160, -30],
  [174, -118],
]);
const SOUTH: Line = [
  [174, -118],
  [20, -130],
  [-156, -124],
];
const WEST: Line = [
  [-156, -124],
  [-162, 116],
];
const AROUND = [...NORTH, ...CANAL.slice(1), ...SOUTH.slice(1), ...WEST.slice(1, -1)].reverse();
const WALL: Line = [
  [-139, -107],
  [18, -113],
  [152, -101],
  [146, -30],
  [159, 60],
  [150, 113],
  [62, 104],
  [-60, 108],
  [-143, 99],
];

/** Number, middle, length, turn, storeys: an old compound grown row by row along its lanes. */
const SLABS: readonly (readonly [
  n: number,
  at: Spot,
  length: number,
  turn: number,
  floors: number,
])[] = [
  [1, [-106, 86], 62, 3, 5],
  [2, [-28, 88], 62, -1, 5],
  [3, [64, 84], 62, 2, 6],
  [4, [-104, 40], 62, 3, 5],
  [5, [-28, 38], 62, 0, 5],
  [6, [56, 38], 48, 1, 5],
  [7, [-102, -12], 62, 2, 5],
  [8, [-28, -14], 62, 0, 5],
  [9, [62, -12], 62, -2, 6],
  [10, [-100, -66], 62, 1, 5],
  [11, [-26, -68], 62, 1, 5],
  [12, [62, -64], 62, -1, 5],
];

const SHOP_FRONTS = [1, 2, 3];

function draw(site: Site): void {
  addStreet(site, "main-road", "濉溪东路", prolonged(NORTH, 60));
  addStreet(site, "river", "东支渠", prolonged(CANAL, 50));
  addStreet(site, "road", "红旗南路", prolonged(SOUTH, 60));
  addStreet(site, "road", "红旗路", prolonged(WEST, 60));
  addCompound(site, "红旗村", WALL);
  addLanes(site);
  addGround(site, "green", "红旗游园", parkRing());
  addGround(site, "water", null, oval({ middle: [124, -72], length: 22, depth: 32 }));
  addGround(site, "square", "板凳广场", rectangle({ middle: [106, 44], length: 30, depth: 26 }));
  for (const [number, middle, length, degrees, storeys] of SLABS) {
    const box = { middle, length, depth: 11.5, degrees };
    site.buildings.push({
      name: `${number}号楼`,
      kind: "slab",
      compound: "红旗村",
      zone: "红旗村",
      address: SHOP_FRONTS.includes(number) ? `濉溪东路${10 + number * 2}号` : `红旗路18号`,
      storeys,
      ring: number % 3 === 1 ? stepped(box, 1.8) : rectangle(box),
      holes: [],
      entrances: Math.round(length / 15.5),
      homesPerFloor: 2,
      groundFloor: SHOP_FRONTS.includes(number) ? "shops" : number === 6 ? "open" : "homes",
      isBroken: false,
    });
  }
  addLawnsAndPaths(site, WALL);
  addWall(site, WALL, [
    { name: "北门", near: [14, 108] },
    { name: "西门", near: [-145, 14] },
    { name: "南门", near: [12, -112] },
  ]);
}

function addLanes(site: Site): void {
  const lane = (name: string, line: Line) => addStreet(site, "lane", name, line);
  lane(
    "红旗中巷",
    curve([
      [16, 122],
      [14, 60],
      [10, 10],
      [14, -50],
      [12, -129],
    ]),
  );
  lane(
    "红旗一巷",
    curve([
      [-144, 62],
      [-60, 66],
      [14, 62],
      [90, 66],
      [146, 62],
    ]),
  );
  lane(
    "红旗二巷",
    curve([
      [-160, 14],
      [-60, 13],
      [10, 10],
      [84, 14],
      [142, 12],
    ]),
  );
  lane(
    "红旗三巷",
    curve([
      [-140, -40],
      [-60, -42],
      [14, -40],
      [92, -38],
      [140, -40],
    ]),
  );
  lane(
    "渠边小路",
    curve([
      [146, 62],
      [144, 12],
      [140, -40],
      [142, -98],
    ]),
  );
}

const parkRing = (): Line =>
  curve([
    [106, -50],
    [104, -100],
    [138, -98],
    [134, -50],
    [106, -50],
  ]).slice(0, -1);

/** 红旗村: twelve blocks of the seventies around lanes, a canal behind, 濉溪东路 in front. */
export const hongqi: SampleDefinition = {
  slug: "hongqi",
  name: "红旗村",
  nameEn: "Hongqi Village",
  area: "shenglilu",
  frame: { centre: [117.31, 31.87], rotationDegrees: 7 },
  settings: { gridHouseholds: [150, 300] },
  boundary: AROUND,
  draw,
  homes: { elderlyAlone: 0.06, leftBehindChild: 0.02 },
  division: [{ zone: "红旗村", grids: [{ microGrids: 3 }, { microGrids: 3 }] }],
  posts: { partyContacts: "buildings", laneKeepers: true },
  party: { members: 39, centreHouseholds: 4, name: "红旗村党支部", buildingGroups: 12 },
  places: PLACES,
};
