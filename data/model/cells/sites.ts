/** Samples are kept at least so far apart: nearer ones would give borders of no certain direction. */
export const CLEAR_METERS = 0.1;
const CELL_METERS = 2 * CLEAR_METERS;

/**
 * The sample points that stand for footprints, in metres: x and y of sample `i` at `2 * i` and `2 * i + 1`.
 * A hash of small square cells refuses a sample that comes too near to an earlier one.
 */
export class Sites {
  coordinates = new Float64Array(2 ** 12);
  units = new Int32Array(2 ** 11);
  count = 0;
  #table = new Int32Array(2 ** 13).fill(-1);

  /** False, and nothing added, where another sample is nearer than `CLEAR_METERS`. */
  add(x: number, y: number, unit: number): boolean {
    if (!this.isFree(x, y)) return false;
    if (this.count === this.units.length) this.#grow();
    this.coordinates[2 * this.count] = x;
    this.coordinates[2 * this.count + 1] = y;
    this.units[this.count] = unit;
    this.#enter(this.count++);
    return true;
  }

  isFree(x: number, y: number): boolean {
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

  #isTaken(column: number, row: number, x: number, y: number): boolean {
    const mask = this.#table.length - 1;
    for (let slot = hash(column, row) & mask; ; slot = (slot + 1) & mask) {
      const site = this.#table[slot]!;
      if (site < 0) return false;
      const dx = this.coordinates[2 * site]! - x;
      const dy = this.coordinates[2 * site + 1]! - y;
      if (dx * dx + dy * dy < CLEAR_METERS * CLEAR_METERS) return true;
    }
  }

  #enter(site: number) {
    const mask = this.#table.length - 1;
    const column = Math.floor(this.coordinates[2 * site]! / CELL_METERS);
    const row = Math.floor(this.coordinates[2 * site + 1]! / CELL_METERS);
    let slot = hash(column, row) & mask;
    while (this.#table[slot]! >= 0) slot = (slot + 1) & mask;
    this.#table[slot] = site;
  }

  #grow() {
    const { coordinates, units } = this;
    this.coordinates = new Float64Array(2 * coordinates.length);
    this.coordinates.set(coordinates);
    this.units = new Int32Array(2 * units.length);
    this.units.set(units);
    this.#table = new Int32Array(2 * this.#table.length).fill(-1);
    for (let site = 0; site < this.count; site++) this.#enter(site);
  }
}

function hash(column: number, row: number): number {
  let mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
