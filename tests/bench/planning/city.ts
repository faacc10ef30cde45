import { randomFrom } from "#data/model/partition/random.ts";

/** Streets about a compound; a block holds up to 3 × 3 buildings, with 4,400 m² of ground each. */
const BLOCK_METERS = { x: 220, y: 180 };
const PER_SIDE = 3;
const PARK_SHARE = 0.04;
/** Of two blocks side by side, so often they are one compound. */
const DOUBLE_COMPOUND_SHARE = 0.25;
/** Buildings keep so far from the middle of the river. */
const RIVER_HALF_METERS = 45;
/** Fewest and most blocks between two arterials. */
const ARTERIAL_BLOCKS = [6, 9] as const;
/** Households of a building by what the block is built of: villas, walk-ups, slabs, towers. */
const HOUSEHOLDS: readonly (readonly [number, number])[] = [
  [6, 16],
  [12, 48],
  [30, 90],
  [60, 120],
];

/** Buildings of a generated city, numbered block by block, row by row. */
export interface City {
  count: number;
  /** Metres. */
  x: Float64Array;
  y: Float64Array;
  households: Float64Array;
  /** The compound each building belongs to. */
  compounds: Int32Array;
  /** The piece between arterials each stands in. */
  pieces: Int32Array;
  /** 0 south of the river, 1 north. */
  banks: Uint8Array;
  /** Where an arterial has a bridge over the river: x, metres. */
  bridges: readonly number[];
  width: number;
  height: number;
}

/** Blocks, compounds, arterials, parks and a river with a bridge on every other arterial; the same for a seed. */
export function generateCity(count: number, seed: number): City {
  const random = randomFrom(seed * 7919 + count);
  const filled = PER_SIDE * PER_SIDE * (1 - PARK_SHARE) * 0.86;
  const columns = Math.ceil(Math.sqrt((count / filled) * (BLOCK_METERS.y / BLOCK_METERS.x)) + 1);
  const rows = Math.ceil(count / filled / columns) + 2;
  const [pieceOfColumn, pieceOfRow] = [arterials(columns, random), arterials(rows, random)];
  const lines = pieceOfColumn.flatMap((piece, i) => (piece !== pieceOfColumn[i - 1] ? [i] : []));
  const city = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    households: new Float64Array(count),
    compounds: new Int32Array(count),
    pieces: new Int32Array(count),
    banks: new Uint8Array(count),
    bridges: lines.filter((_, i) => i % 2 === 1).map((column) => column * BLOCK_METERS.x),
    width: columns * BLOCK_METERS.x,
    height: rows * BLOCK_METERS.y,
  };
  let [built, compound] = [0, -1];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns && built < count; column++) {
      const isJoined =
        column > 0 &&
        pieceOfColumn[column] === pieceOfColumn[column - 1] &&
        random() < DOUBLE_COMPOUND_SHARE;
      if (!isJoined) compound++;
      if (random() < PARK_SHARE) continue;
      const end = buildBlock(city, built, column, row, random);
      city.compounds.fill(compound, built, end);
      city.pieces.fill(pieceOfRow[row]! * columns + pieceOfColumn[column]!, built, end);
      built = end;
    }
  }
  if (built < count) throw new Error(`Only ${built} of ${count} buildings found a place.`);
  return city;
}

/** Places buildings from the index `built` on and gives the index after the last. */
function buildBlock(city: City, built: number, column: number, row: number, random: () => number) {
  const [least, most] = HOUSEHOLDS[Math.floor(random() * HOUSEHOLDS.length)]!;
  const vacancy = random() * 0.2;
  for (let place = 0; place < PER_SIDE * PER_SIDE && built < city.count; place++) {
    const stepX = (BLOCK_METERS.x - 30) / PER_SIDE;
    const stepY = (BLOCK_METERS.y - 30) / PER_SIDE;
    const acrossX = (place % PER_SIDE) + 0.5 + 0.5 * (random() - 0.5);
    const acrossY = Math.floor(place / PER_SIDE) + 0.5 + 0.5 * (random() - 0.5);
    const x = column * BLOCK_METERS.x + 15 + acrossX * stepX;
    const y = row * BLOCK_METERS.y + 15 + acrossY * stepY;
    const fromRiver = y - riverAt(x, city);
    const households = Math.round(least + random() * (most - least));
    if (Math.abs(fromRiver) < RIVER_HALF_METERS || random() < vacancy) continue;
    city.x[built] = x;
    city.y[built] = y;
    city.households[built] = households;
    city.banks[built] = fromRiver > 0 ? 1 : 0;
    built++;
  }
  return built;
}

/** Where the middle of the river is, west to east through the city in bends. */
function riverAt(x: number, { width, height }: City): number {
  const phase = (x / width) * 2 * Math.PI;
  return height * (0.45 + 0.12 * Math.sin(phase) + 0.04 * Math.sin(3 * phase + 1));
}

/** The piece between arterials each column (or row) of blocks lies in; two at least. */
function arterials(blocks: number, random: () => number): number[] {
  const [least, most] = ARTERIAL_BLOCKS;
  const pieces: number[] = [];
  for (let piece = 0; pieces.length < blocks; piece++) {
    const wanted = least + Math.floor(random() * (most - least + 1));
    const length = Math.min(wanted, Math.ceil(blocks / 2));
    // A last strip too narrow for a piece of its own belongs to the one before.
    const left = blocks - pieces.length - length;
    for (let i = 0; i < (left < least / 2 ? length + left : length); i++) pieces.push(piece);
  }
  return pieces;
}
