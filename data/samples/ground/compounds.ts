import { densified, withGaps } from "./lines.ts";
import {
  apart,
  distance,
  edgesOf,
  isInside,
  type Line,
  type Ring,
  ringsApart,
  sidesOf,
  type Spot,
} from "./plane.ts";
import { rectangle } from "./shapes.ts";
import { extent } from "./slabs.ts";
import { addStreet, type BuildingSketch, isClear, type Site, WIDTH_METERS } from "./site.ts";

const GATE_RADIUS_METERS = 4.5;

/** A named estate: its ring, and inside it the lanes that keep its buildings apart. */
export function addCompound(site: Site, name: string, ring: Ring, lanes: readonly Line[] = []) {
  site.compounds.push({ name, ring });
  lanes.forEach((line) => addStreet(site, "lane", null, line));
}

/** A wall along a ring, open at its gates, at the streets that cross it and at what is built into it. */
export function addWall(site: Site, ring: Ring, gates: readonly { name: string; near: Spot }[]) {
  const closed = [...ring, ring[0]!];
  const dense = densified(closed, 1);
  const openings = gates.map(({ name, near }) => {
    const at = dense.reduce((a, b) => (distance(b, near) < distance(a, near) ? b : a));
    site.context.push({ kind: "gate", name, shape: { point: at } });
    return { at, radius: GATE_RADIUS_METERS };
  });
  for (const piece of withGaps(closed, [...openings, ...crossings(site, dense)])) {
    site.context.push({ kind: "wall", name: null, shape: { line: piece } });
  }
}

function crossings(site: Site, dense: Line) {
  const isTaken = (spot: Spot) =>
    site.buildings.some(({ ring }) => ringsApart([spot, spot], ring) < 1.5) ||
    site.streets.some(
      ({ kind, line }) => apart([[spot, spot]], edgesOf(line)) < WIDTH_METERS[kind] / 2,
    );
  return dense.filter(isTaken).map((at) => ({ at, radius: 0.5 }));
}

/** Lawns south of the slabs and a footpath to their entrances on the north side, where there is room. */
export function addLawnsAndPaths(site: Site, ring: Ring): void {
  const slabs = site.buildings.filter((b) => b.kind === "slab" && isInside(b.ring[0]!, ring));
  for (const slab of slabs) addPath(site, ring, slab);
  for (const slab of slabs) addLawn(site, ring, slab);
}

function addPath(site: Site, ring: Ring, slab: BuildingSketch): void {
  const [west, east] = extent(slab.ring, 0);
  const y = extent(slab.ring, 1)[1] + 3.5;
  const line: Line = [
    [west - 5, y],
    [east + 5, y],
  ];
  const isFree =
    line.every((spot) => isInside(spot, ring)) &&
    site.reserved.every((other) => apart(edgesOf(line), sidesOf(other)) > 1) &&
    site.buildings.every((other) => apart(edgesOf(line), sidesOf(other.ring)) > 2);
  if (isFree) site.context.push({ kind: "path", name: null, shape: { line } });
}

function addLawn(site: Site, ring: Ring, slab: BuildingSketch): void {
  const [west, east] = extent(slab.ring, 0);
  const south = extent(slab.ring, 1)[0];
  const depth = site.random.between(5, 8);
  const lawn = rectangle({
    middle: [(west + east) / 2, south - 2.5 - depth / 2],
    length: east - west - site.random.between(2, 14),
    depth,
  });
  const isFree = lawn.every((spot) => isInside(spot, ring)) && isClear(site, lawn, 2, 1);
  if (isFree && site.random.chance(0.8)) {
    site.context.push({ kind: "green", name: null, shape: { ring: lawn } });
  }
}
