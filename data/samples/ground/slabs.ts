import { inset } from "./lines.ts";
import { isInside, type Ring, turned } from "./plane.ts";
import { rectangle, stepped } from "./shapes.ts";
import { type BuildingSketch, isClear, type Site } from "./site.ts";

/** How the slab blocks of a compound stand: in rows from north to south, all facing south. */
export interface SlabRows {
  /** Anticlockwise; slabs keep 5 m off it. */
  ring: Ring;
  compound: string | null;
  zone: string;
  street: string;
  depth?: number;
  lengths: readonly number[];
  /** By row, from the north; the last counts for all further rows. */
  storeys: readonly number[];
  homesPerFloor?: number;
  /** Number of the first slab. */
  from?: number;
  /** At most so many slabs. */
  most?: number;
  /** How far the rows are turned from the drawing's, anticlockwise. */
  degrees?: number;
}

/** Rows stand apart by about their height, so that the winter sun reaches the ground floor; 34 m at most. */
const rowGap = (storeys: number) => Math.max(14, Math.min(34, storeys * 2.9));

/** Metres of slab to an entrance: two flats of some 7.5 m front each. */
const ENTRANCE_METERS = 15.5;

/** Fills a compound with rows of slabs wherever they stand clear; the numbers run row by row. */
export function addSlabRows(site: Site, rows: SlabRows): void {
  const { depth = 12, most = Infinity, degrees = 0 } = rows;
  const ground = inset(rows.ring, 5).map((corner) => turned(corner, -degrees));
  const [west, east] = extent(ground, 0);
  const [south, north] = extent(ground, 1);
  const first = site.buildings.length;
  let row = 0;
  let y = north - depth / 2;
  while (y > south + depth / 2 && site.buildings.length - first < most) {
    const storeys = rows.storeys[Math.min(row, rows.storeys.length - 1)] ?? 6;
    const before = site.buildings.length;
    for (let x = west; x < east;) {
      if (site.buildings.length - first >= most) break;
      const number = (rows.from ?? 1) + site.buildings.length - first;
      const slab = fitting(site, rows, ground, { x, y, depth, storeys, number });
      if (slab) site.buildings.push(slab.sketch);
      x += slab ? slab.length + site.random.between(7, 10) : 2;
    }
    const isFilled = site.buildings.length > before;
    y -= isFilled ? depth + rowGap(storeys) : 2;
    if (isFilled) row += 1;
  }
}

interface Place {
  x: number;
  y: number;
  depth: number;
  storeys: number;
  number: number;
}

/** The first length, in chance order, that stands clear with its west end at x. */
function fitting(site: Site, rows: SlabRows, ground: Ring, place: Place) {
  const isStepped = site.random.chance(0.3);
  const shift = site.random.between(-1, 1);
  for (const length of site.random.shuffled(rows.lengths)) {
    const middle = [place.x + length / 2, place.y + shift] as const;
    const box = { middle, length, depth: place.depth };
    const unturned = isStepped && length > 40 ? stepped(box) : rectangle(box);
    const ring = unturned.map((corner) => turned(corner, rows.degrees ?? 0));
    if (unturned.every((corner) => isInside(corner, ground)) && isClear(site, ring, 7, 3)) {
      return { length, sketch: slabSketch(rows, place, length, ring) };
    }
  }
  return undefined;
}

function slabSketch(rows: SlabRows, place: Place, length: number, ring: Ring): BuildingSketch {
  return {
    name: `${place.number}号楼`,
    kind: "slab",
    compound: rows.compound,
    zone: rows.zone,
    address: rows.street,
    storeys: place.storeys,
    ring,
    holes: [],
    entrances: Math.max(1, Math.round(length / ENTRANCE_METERS)),
    homesPerFloor: rows.homesPerFloor ?? 2,
    groundFloor: "homes",
    isBroken: false,
  };
}

export function extent(ring: Ring, axis: 0 | 1): readonly [number, number] {
  const values = ring.map((spot) => spot[axis]);
  return [Math.min(...values), Math.max(...values)];
}
