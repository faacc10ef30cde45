import { apart, edgesOf, isInside, type Line, type Ring, sidesOf, turned } from "./plane.ts";
import { rectangle } from "./shapes.ts";
import { isClear, type Site } from "./site.ts";
import { extent } from "./slabs.ts";

/**
 * Lawns south of the slabs of a ring and a footpath to their entrances on the north side, where there is room.
 * `degrees` is how far the rows are turned.
 */
export function addLawnsAndPaths(site: Site, ring: Ring, degrees = 0): void {
  const slabs = site.buildings
    .filter((building) => building.kind === "slab" && isInside(building.ring[0]!, ring))
    .map((slab) => slab.ring.map((corner) => turned(corner, -degrees)));
  for (const slab of slabs) addPath(site, ring, slab, degrees);
  for (const slab of slabs) addLawn(site, ring, slab, degrees);
}

function addPath(site: Site, ring: Ring, slab: Ring, degrees: number): void {
  const [west, east] = extent(slab, 0);
  const y = extent(slab, 1)[1] + 3.5;
  const line: Line = [turned([west - 5, y], degrees), turned([east + 5, y], degrees)];
  const isFree =
    line.every((spot) => isInside(spot, ring)) &&
    site.reserved.every((other) => apart(edgesOf(line), sidesOf(other)) > 1) &&
    site.buildings.every((other) => apart(edgesOf(line), sidesOf(other.ring)) > 2);
  if (isFree) site.context.push({ kind: "path", name: null, shape: { line } });
}

function addLawn(site: Site, ring: Ring, slab: Ring, degrees: number): void {
  const [west, east] = extent(slab, 0);
  const south = extent(slab, 1)[0];
  const depth = site.random.between(5, 8);
  const lawn = rectangle({
    middle: [(west + east) / 2, south - 2.5 - depth / 2],
    length: east - west - site.random.between(2, 14),
    depth,
  }).map((corner) => turned(corner, degrees));
  const isFree = lawn.every((spot) => isInside(spot, ring)) && isClear(site, lawn, 2, 1);
  if (isFree && site.random.chance(0.8)) {
    site.context.push({ kind: "green", name: null, shape: { ring: lawn } });
  }
}
