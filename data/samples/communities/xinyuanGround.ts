import { addSchool } from "../ground/campus.ts";
import { addEstate, type Tower } from "../ground/estates.ts";
import { curve, prolonged } from "../ground/lines.ts";
import type { Spot } from "../ground/plane.ts";
import { addStreet, type Site } from "../ground/site.ts";
import {
  AVENUE,
  CHENGUANG,
  CHENGUANG_RING,
  EAST_HALF,
  MANTINGCHUN_RING,
  NORTH,
  RAILWAY,
  RIVER,
  SCHOOL_RING,
  WEST,
  WEST_HALF,
  XINYUAN_RING,
} from "./xinyuanLines.ts";

const tower = (at: Spot): Tower => ({
  at,
  shape: "butterfly",
  length: 44,
  depth: 17,
  storeys: 24,
  entrances: 3,
  homesPerFloor: 2,
  isBroken: true,
});

export function draw(site: Site): void {
  addStreet(site, "road", "育才街", prolonged(NORTH, 60));
  addStreet(site, "river", "小南河", prolonged(RIVER, 60));
  addStreet(site, "railway", "矿区铁路专用线", prolonged(RAILWAY, 60));
  addStreet(site, "road", "蔡洼西路", prolonged(WEST, 60));
  addStreet(site, "main-road", "新源大街", prolonged(AVENUE, 60));
  addStreet(site, "road", "晨光路", CHENGUANG);
  addStreet(site, "lane", "校前巷", [
    [113, 2],
    [113, -198],
  ]);
  addChenguang(site);
  addMantingchun(site);
  addXinyuan(site);
  addSchool(site, {
    name: "新源小学",
    zone: "新源小学",
    ring: SCHOOL_RING,
    address: "新源大街66号",
    gate: [180, -14],
    block: [170, -44],
    hall: [218, -150],
    track: [196, -108],
  });
}

function addChenguang(site: Site): void {
  addEstate(site, {
    name: "晨光小区",
    ring: CHENGUANG_RING,
    street: "晨光路6号",
    gates: [
      { name: "晨光小区南门", near: [-122, 12] },
      { name: "晨光小区东门", near: [-2, 120] },
    ],
    lanes: [
      curve([
        [-122, 4],
        [-124, 110],
        [-120, 206],
      ]),
      curve([
        [6, 118],
        [-60, 120],
        [-124, 116],
        [-240, 118],
      ]),
    ],
    gardens: [
      { kind: "green", middle: [-60, 142], length: 50, depth: 30, shape: "oval", name: "晨光园" },
    ],
    plots: [
      { ring: WEST_HALF, zone: "晨光西片", lengths: [62, 47, 32], storeys: [6], degrees: 2 },
      { ring: EAST_HALF, zone: "晨光东片", lengths: [47, 62, 32], storeys: [6, 7], degrees: 1 },
    ],
    shopsIn: [1],
  });
}

function addMantingchun(site: Site): void {
  addEstate(site, {
    name: "国电满庭春小区",
    ring: MANTINGCHUN_RING,
    street: "晨光路9号",
    gates: [
      { name: "满庭春西门", near: [19, 112] },
      { name: "满庭春南门", near: [150, 18] },
    ],
    lanes: [
      [
        [8, 112],
        [60, 112],
      ],
      curve([
        [60, 112],
        [84, 82],
        [150, 74],
        [214, 82],
        [238, 112],
        [214, 146],
        [150, 154],
        [84, 146],
        [60, 112],
      ]),
      [
        [150, 4],
        [150, 74],
      ],
    ],
    gardens: [
      { kind: "green", middle: [150, 114], length: 112, depth: 56, shape: "oval", name: "满庭园" },
      { kind: "water", middle: [158, 114], length: 38, depth: 20, shape: "oval" },
    ],
    towers: [
      tower([62, 184]),
      tower([128, 190]),
      tower([200, 180]),
      tower([58, 48]),
      tower([112, 46]),
      tower([200, 50]),
    ],
  });
}

function addXinyuan(site: Site): void {
  addEstate(site, {
    name: "新源小区",
    ring: XINYUAN_RING,
    street: "新源大街58号",
    gates: [
      { name: "新源小区北门", near: [-30, -18] },
      { name: "新源小区西门", near: [-256, -112] },
    ],
    lanes: [
      curve([
        [-30, -4],
        [-34, -100],
        [-28, -196],
      ]),
      curve([
        [-268, -112],
        [-150, -110],
        [-34, -106],
        [92, -112],
      ]),
    ],
    gardens: [
      { kind: "green", middle: [40, -84], length: 60, depth: 34, shape: "oval", name: "新源游园" },
      { kind: "square", middle: [-62, -128], length: 36, depth: 24, name: "红色广场" },
    ],
    towers: (
      [
        [-8, -46],
        [36, -44],
        [80, -46],
      ] as const
    ).map((at) => ({
      ...tower(at),
      shape: "cross" as const,
      length: 27,
      depth: 23,
      storeys: 17,
      entrances: 1,
      homesPerFloor: 3,
      isBroken: false,
    })),
    plots: [{ lengths: [62, 47], storeys: [6, 5, 6, 6], degrees: -2 }],
    shopsIn: [4],
  });
}
