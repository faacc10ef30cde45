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
  /** How far the rows are turned from the drawing's, anticlockwise. */
  degrees?: number;
}

/** Rows stand apart by about their height, so that the winter sun reaches the ground floor; 34 m at most. */
const rowGap = (storeys: number) => Math.max(14, Math.min(34, storeys * 2.9));

/** Metres of slab to an entrance: two flats of some 7.5 m front each. */
const ENTRANCE_METERS = 15.5;

/** Rows keep this clear at their ends; what fills the corners afterwards keeps more, on all sides. */
const ROW_CLEAR_METERS = 7;
const CORNER_CLEAR_METERS = 14;

/** Fills a compound with rows of slabs wherever they stand clear; the numbers run row by row. */
export function addSlabRows(site: Site, rows: SlabRows): void {
  const { depth = 12, degrees = 0 } = rows;
  const ground = inset(rows.ring, 5).map((corner) => turned(corner, -degrees));
  const [south, north] = extent(ground, 1);
  const [first, last] = [north - depth / 2, south + depth / 2];
  const from = (rows.from ?? 1) - site.buildings.length;
  let row = 0;
  for (let y = first; y > last;) {
    const storeys = rows.storeys[Math.min(row, rows.storeys.length - 1)] ?? 6;
    const isFilled = fillRow(site, rows, ground, { y, depth, storeys, from }, ROW_CLEAR_METERS);
    y -= isFilled ? depth + rowGap(storeys) : 3;
    if (isFilled) row += 1;
  }
  const storeys = rows.storeys[0] ?? 6;
  for (let y = first; y > last; y -= 4) {
    fillRow(site, rows, ground, { y, depth, storeys, from }, CORNER_CLEAR_METERS);
  }
}

type Row = Omit<Place, "x" | "number"> & { from: number };

/** Whether anything stands in the row afterwards that did not before. */
function fillRow(site: Site, rows: SlabRows, ground: Ring, row: Row, clear: number): boolean {
  const [west, east] = extent(ground, 0);
  const before = site.buildings.length;
  for (let x = west; x < east;) {
    const number = row.from + site.buildings.length;
    const slab = fitting(site, rows, ground, { ...row, x, number }, clear);
    if (slab) site.buildings.push(slab.sketch);
    x += slab ? slab.length + site.random.between(7, 10) : 3;
  }
  return site.buildings.length > before;
}

interface Place {
  x: number;
  y: number;
  depth: number;
  storeys: number;
  number: number;
}

/** The first length, in chance order, that stands clear with its west end at x. */
function fitting(site: Site, rows: SlabRows, ground: Ring, place: Place, clear: number) {
  const { degrees = 0 } = rows;
  const find = (length: number, isStepped: boolean) => {
    const box = { middle: [place.x + length / 2, place.y] as const, length, depth: place.depth };
    const slab = isStepped ? stepped(box) : rectangle(box);
    if (!slab.every((corner) => isInside(corner, ground))) return undefined;
    const ring = slab.map((corner) => turned(corner, degrees));
    return isClear(site, ring, clear, 3) ? ring : undefined;
  };
  // Most spots are too small for any slab: the shortest is tried before chance has a say.
  if (!find(Math.min(...rows.lengths), false)) return undefined;
  const isStepped = site.random.chance(0.3);
  for (const length of site.random.shuffled(rows.lengths)) {
    const ring = find(length, isStepped && length > 40);
    if (ring) return { length, sketch: slabSketch(rows, place, length, ring) };
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
