/** Samples are kept at least so far apart: nearer ones would give borders of no certain direction. */
export const CLEAR_METERS = 0.1;
const CELL_METERS = 2 * CLEAR_METERS;

/**
 * The sample points that stand for footprints, in metres: x and y of sample `i` at `2 * i` and `2 * i + 1`. First come
 * the representative points, in a hash of small square cells, so that nothing is ever put on one of them.
 */
export class Sites {
  coordinates: Float64Array;
  units: Int32Array;
  count = 0;
  /** Whether a representative point had to be put elsewhere, perhaps outside its footprint's box. */
  haveMoved = false;
  /** The sample that is each unit's representative point. */
  readonly representatives: Int32Array;
  readonly #table: Int32Array;

  /** Room for the representative points of so many units; samples may be as many as needed. */
  constructor(unitCount: number) {
    this.coordinates = new Float64Array(32 * unitCount + 64);
    this.units = new Int32Array(16 * unitCount + 32);
    this.representatives = new Int32Array(unitCount).fill(-1);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * unitCount + 16))).fill(-1);
  }

  /** Adds a sample; whether it may stand there is for the caller to ask. */
  add(x: number, y: number, unit: number): void {
    if (this.count === this.units.length) this.#grow();
    this.coordinates[2 * this.count] = x;
    this.coordinates[2 * this.count + 1] = y;
    this.units[this.count++] = unit;
  }

  addRepresentative(x: number, y: number, unit: number): void {
    const mask = this.#table.length - 1;
    let slot = hash(Math.floor(x / CELL_METERS), Math.floor(y / CELL_METERS)) & mask;
    while (this.#table[slot]! >= 0) slot = (slot + 1) & mask;
    this.#table[slot] = this.count;
    this.representatives[unit] = this.count;
    this.add(x, y, unit);
  }

  /** Whether no representative point is nearer than `CLEAR_METERS`. */
  isFreeOfRepresentatives(x: number, y: number): boolean {
    const lastColumn = Math.floor((x + CLEAR_METERS) / CELL_METERS);
    const lastRow = Math.floor((y + CLEAR_METERS) / CELL_METERS);
    const firstColumn = Math.floor((x - CLEAR_METERS) / CELL_METERS);
    for (let row = Math.floor((y - CLEAR_METERS) / CELL_METERS); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        if (this.#isTaken(column, row, x, y)) return false;
      }
    }
    return true;
  }

  /** Whether none of the samples from `first` up to `end` is nearer than `CLEAR_METERS`. */
  isFreeOf(first: number, end: number, x: number, y: number): boolean {
    const { coordinates } = this;
    for (let i = 2 * first; i < 2 * end; i += 2) {
      const dx = coordinates[i]! - x;
      const dy = coordinates[i + 1]! - y;
      if (dx * dx + dy * dy < CLEAR_METERS * CLEAR_METERS) return false;
    }
    return true;
  }

  #isTaken(column: number, row: number, x: number, y: number): boolean {
    const mask = this.#table.length - 1;
    for (let slot = hash(column, row) & mask; ; slot = (slot + 1) & mask) {
      const site = this.#table[slot]!;
      if (site < 0) return false;
      if (!this.isFreeOf(site, site + 1, x, y)) return true;
    }
  }

  #grow() {
    const { coordinates, units } = this;
    this.coordinates = new Float64Array(2 * coordinates.length);
    this.coordinates.set(coordinates);
    this.units = new Int32Array(2 * units.length);
    this.units.set(units);
  }
}

function hash(column: number, row: number): number {
  let mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
