import { between, distance, type Line, type Ring, ringArea, type Spot } from "./plane.ts";
import { isClear, type Site } from "./site.ts";

/** A strip of ground between two lanes, from west to east, on which courtyards stand side by side. */
export interface Strip {
  /** Its northern and southern edge, both from the west. */
  north: Line;
  south: Line;
  /** Shares of its depth, 0 at the north, between which these courtyards stand. */
  depths: readonly [from: number, to: number];
  /** Metres left free at its west and east end for the streets that cross there. */
  ends: readonly [west: number, east: number];
  zone: string;
  lane: string;
  /** Numbers run eastwards: 1, 3, 5 … on a lane's north side, 2, 4, 6 … on its south side. */
  from: number;
}

type Corner = (u: number, v: number) => Spot;

/** Depth of a range of rooms about a yard. */
const WING_METERS = 4.6;
/** Square metres of rooms to a household, in yards that many families share. */
const SQUARE_METERS_PER_HOUSEHOLD = 42;

/** Fills a strip from west to east; returns the next number on that side of the lane. */
export function addCourtyards(site: Site, strip: Strip): number {
  const length = Math.min(lengthOf(strip.north), lengthOf(strip.south));
  const end = length - strip.ends[1];
  let number = strip.from;
  for (let at = strip.ends[0]; at < end - 11;) {
    // What would be left over goes to the last courtyard.
    const wanted = site.random.between(13, 23);
    const width = end - at - wanted < 13 ? Math.min(end - at, 26) : wanted;
    const corner = cornerOf(strip, at / length, (at + width) / length);
    const isBuilt = addCourtyard(site, corner, `${strip.lane}${number}号院`, strip);
    if (isBuilt) number = nextFree(site, strip.lane, number + 2);
    at += isBuilt ? width + 0.8 : 2;
  }
  return number;
}

function nextFree(site: Site, lane: string, number: number): number {
  const isTaken = site.buildings.some(({ name }) => name === `${lane}${number}号院`);
  return isTaken ? nextFree(site, lane, number + 2) : number;
}

/** Maps the unit square, u eastwards and v southwards, onto a piece of the strip. */
function cornerOf({ north, south, depths }: Strip, west: number, east: number): Corner {
  return (u, v) => {
    const share = west + (east - west) * u;
    const depth = depths[0] + (depths[1] - depths[0]) * v;
    return between(along(north, share), along(south, share), depth);
  };
}

type Naming = Pick<Strip, "zone" | "lane">;

/** Stands a courtyard on a piece of ground: closed about its yard, open on one side, or one small house. */
export function addCourtyard(site: Site, corner: Corner, name: string, naming: Naming): boolean {
  const [width, depth] = [
    distance(corner(0, 0.5), corner(1, 0.5)),
    distance(corner(0.5, 0), corner(0.5, 1)),
  ];
  const wing = [WING_METERS / width, WING_METERS / depth] as const;
  const { ring, holes } = shapeOf(corner, wing, width, site.random.next());
  if (!isClear(site, ring, 0.4, 0.2)) return false;
  const yards = holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);
  const rooms = Math.abs(ringArea(ring)) - yards;
  const isHouse = rooms < 130;
  site.buildings.push({
    name,
    kind: isHouse ? "house" : "courtyard",
    compound: null,
    zone: naming.zone,
    address: name.replace("院", ""),
    storeys: 1,
    ring,
    holes,
    entrances: 0,
    homesPerFloor: Math.max(1, Math.round(rooms / SQUARE_METERS_PER_HOUSEHOLD)),
    groundFloor: "homes",
    isBroken: false,
  });
  return true;
}

function shapeOf(
  corner: Corner,
  [tu, tv]: readonly [number, number],
  width: number,
  chance: number,
) {
  const map = (...spots: Spot[]): Ring => spots.map(([u, v]) => corner(u, v));
  const yard = (top: number, bottom: number) =>
    map([tu, top], [1 - tu, top], [1 - tu, bottom], [tu, bottom]);
  const whole = map([0, 0], [0, 1], [1, 1], [1, 0]);
  if (width > 30) {
    return { ring: whole, holes: [yard(tv, 0.5 - tv / 2), yard(0.5 + tv / 2, 1 - tv)] };
  }
  if (width < 14.5) return { ring: map([0, 0], [0, 0.7], [1, 0.7], [1, 0]), holes: [] };
  if (chance < 0.62) return { ring: whole, holes: [yard(tv, 1 - tv)] };
  if (chance < 0.82) {
    const open = map([0, 0], [0, 1], [tu, 1], [tu, tv], [1 - tu, tv], [1 - tu, 1], [1, 1], [1, 0]);
    return { ring: open, holes: [] };
  }
  return { ring: map([0, 0], [0, 1], [1, 1], [1, 1 - tv], [tu, 1 - tv], [tu, 0]), holes: [] };
}

function lengthOf(line: Line): number {
  return line.slice(1).reduce((sum, spot, i) => sum + distance(line[i]!, spot), 0);
}

/** The spot at a share of a line's length. */
export function along(line: Line, share: number): Spot {
  let left = lengthOf(line) * share;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    if (left <= length) return between(a, b, left / length);
    left -= length;
  }
  return line.at(-1)!;
}
