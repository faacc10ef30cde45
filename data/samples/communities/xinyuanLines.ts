import { curve } from "../ground/lines.ts";
import type { Line } from "../ground/plane.ts";

/* Meters from the middle of the community. First the streets, and what lies around it. */
export const NORTH: Line = curve([
  [-262, 226],
  [-120, 240],
  [10, 224],
  [140, 228],
  [262, 208],
]);
export const RIVER: Line = curve([
  [262, 208],
  [284, 120],
  [268, 10],
  [282, -110],
  [270, -204],
]);
export const RAILWAY: Line = curve([
  [270, -204],
  [100, -222],
  [-90, -214],
  [-276, -232],
]);
export const WEST: Line = curve([
  [-276, -232],
  [-266, -80],
  [-274, 60],
  [-262, 226],
]);
export const AVENUE: Line = curve([
  [-271, 4],
  [-120, -6],
  [20, 6],
  [150, 2],
  [270, 16],
]);
export const CHENGUANG: Line = curve([
  [14, 224],
  [6, 110],
  [16, 5],
]);
/** The community's boundary. */
export const AROUND = [
  ...NORTH,
  ...RIVER.slice(1),
  ...RAILWAY.slice(1),
  ...WEST.slice(1, -1),
].reverse();

/** The wall lines, anticlockwise from the south-west corner. */
export const CHENGUANG_RING: Line = [
  [-254, 20],
  [-122, 12],
  [2, 20],
  [-4, 108],
  [2, 212],
  [-118, 226],
  [-250, 212],
];
export const WEST_HALF: Line = [
  [-254, 20],
  [-122, 12],
  [-118, 226],
  [-250, 212],
];
export const EAST_HALF: Line = [
  [-124, 12],
  [2, 20],
  [-4, 108],
  [2, 212],
  [-121, 226],
];
export const MANTINGCHUN_RING: Line = [
  [30, 22],
  [150, 18],
  [252, 28],
  [266, 112],
  [248, 196],
  [140, 216],
  [24, 212],
  [18, 110],
];
export const XINYUAN_RING: Line = [
  [-264, -212],
  [-90, -196],
  [98, -204],
  [106, -18],
  [20, -12],
  [-120, -24],
  [-258, -12],
  [-254, -80],
];
export const SCHOOL_RING: Line = [
  [124, -204],
  [250, -188],
  [262, -110],
  [250, -4],
  [150, -16],
  [120, -16],
];
