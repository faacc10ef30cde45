import type { LineString, Polygon, Position } from "geojson";
import type { Footprint } from "#data/model/cells/tessellate.ts";
import { planeAt, unproject } from "#data/model/geometry/plane.ts";

/** Each block holds so many buildings between streets. */
const PER_BLOCK = 24;
const BLOCK_METERS = { x: 200, y: 150 };

export interface Town {
  footprints: Footprint[];
  boundary: Polygon;
  /** Main roads along every fourth street. */
  barriers: LineString[];
}

/**
 * A town of `count` buildings, the same for the same count: blocks of slabs, of towers, of L-shapes and of courtyards
 * wall to wall, in a boundary with a wavy edge.
 */
export function town(count: number): Town {
  const plane = planeAt([116.4, 39.9]);
  const random = randomFrom(count);
  const blocks = Math.ceil(count / PER_BLOCK);
  const columns = Math.ceil(Math.sqrt(blocks));
  const rows = Math.ceil(blocks / columns);
  const footprints: Footprint[] = [];
  for (let i = 0; i < count; i++) {
    const block = Math.floor(i / PER_BLOCK);
    const place = i % PER_BLOCK;
    const corners = building(block % 4, random).map(([x, y]): [number, number] => [
      x + (block % columns) * BLOCK_METERS.x + 14 + (place % 4) * 44,
      y + Math.floor(block / columns) * BLOCK_METERS.y + 12 + Math.floor(place / 4) * 21,
    ]);
    const ring = [...corners, corners[0]!].map(([x, y]) => unproject(plane, x, y));
    footprints.push({ id: `b${i}`, geometry: { type: "Polygon", coordinates: [ring] } });
  }
  const [width, height] = [columns * BLOCK_METERS.x, rows * BLOCK_METERS.y];
  const at = ([x, y]: [number, number]): Position => unproject(plane, x, y);
  return {
    footprints,
    boundary: { type: "Polygon", coordinates: [wavyRing(width, height).map(at)] },
    barriers: roads(columns, rows).map((line) => ({
      type: "LineString",
      coordinates: line.map(at),
    })),
  };
}

function building(kind: number, random: () => number): [number, number][] {
  const [shiftX, shiftY] = [random() * 3, random() * 3];
  const rectangle = (width: number, depth: number): [number, number][] => [
    [shiftX, shiftY],
    [shiftX + width, shiftY],
    [shiftX + width, shiftY + depth],
    [shiftX, shiftY + depth],
  ];
  if (kind === 0) return rectangle(30 + 8 * random(), 10 + 2 * random());
  if (kind === 1) return rectangle(16 + 4 * random(), 14 + 3 * random());
  if (kind === 2) {
    const [width, depth] = [28 + 6 * random(), 15 + 2 * random()];
    return [
      [shiftX, shiftY],
      [shiftX + width, shiftY],
      [shiftX + width, shiftY + 8],
      [shiftX + 9, shiftY + 8],
      [shiftX + 9, shiftY + depth],
      [shiftX, shiftY + depth],
    ];
  }
  // Courtyards stand wall to wall along their lane.
  return [
    [0, 0],
    [44, 0],
    [44, 15],
    [0, 15],
  ];
}

function wavyRing(width: number, height: number): [number, number][] {
  const steps = Math.max(8, Math.ceil((width + height) / 120));
  const ring: [number, number][] = [];
  const side = (length: number, at: (place: number, depth: number) => [number, number]) => {
    for (let i = 0; i < steps; i++) ring.push(at((i / steps) * length, i % 2 === 0 ? 4 : -2));
  };
  side(width, (place, depth) => [place, -depth]);
  side(height, (place, depth) => [width + depth, place]);
  side(width, (place, depth) => [width - place, height + depth]);
  side(height, (place, depth) => [-depth, height - place]);
  return [...ring, ring[0]!];
}

function roads(columns: number, rows: number): [number, number][][] {
  const lines: [number, number][][] = [];
  for (let column = 4; column < columns; column += 4) {
    const x = column * BLOCK_METERS.x;
    lines.push([
      [x, -20],
      [x, rows * BLOCK_METERS.y + 20],
    ]);
  }
  for (let row = 4; row < rows; row += 4) {
    const y = row * BLOCK_METERS.y;
    lines.push([
      [-20, y],
      [columns * BLOCK_METERS.x + 20, y],
    ]);
  }
  return lines;
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
