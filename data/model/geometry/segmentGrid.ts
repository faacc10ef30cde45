import { orient2d } from "robust-predicates";

/** More cells than this cost more to clear than they save. */
const MAXIMUM_CELLS_PER_SIDE = 1024;

/**
 * Line segments in a flat grid of square cells: which segments come near a given one, and, where the segments are the
 * rings of an area, whether a point is inside. Both ask only the cells or the row concerned.
 */
export class SegmentGrid {
  readonly columns: number;
  readonly rows: number;
  readonly #cell: number;
  readonly #minX: number = Infinity;
  readonly #minY: number = Infinity;
  readonly #padding: number;
  readonly #cellStart: Uint32Array;
  readonly #cellItems: Uint32Array;
  readonly #rowStart: Uint32Array;
  readonly #rowItems: Uint32Array;
  readonly #stamps: Uint32Array;
  #stamp = 0;

  /**
   * `segments` holds ax, ay, bx, by of each; `cellsPerSide` is a wish for the longer side; everything within `padding`
   * of a queried segment is found.
   */
  constructor(
    readonly segments: Float64Array,
    cellsPerSide: number,
    padding: number,
  ) {
    let [maxX, maxY] = [-Infinity, -Infinity];
    for (let i = 0; i < segments.length; i += 2) {
      this.#minX = Math.min(this.#minX, segments[i]!);
      this.#minY = Math.min(this.#minY, segments[i + 1]!);
      maxX = Math.max(maxX, segments[i]!);
      maxY = Math.max(maxY, segments[i + 1]!);
    }
    // The padding is part of the grid, so that what is just beyond the outermost segment is found as well.
    this.#minX -= padding;
    this.#minY -= padding;
    const width = Math.max(maxX + padding - this.#minX, 0);
    const height = Math.max(maxY + padding - this.#minY, 0);
    const side = Math.max(1, Math.min(MAXIMUM_CELLS_PER_SIDE, Math.ceil(cellsPerSide)));
    this.#cell = Math.max(width, height, 1) / side;
    this.#padding = padding;
    this.columns = Math.floor(width / this.#cell) + 1;
    this.rows = Math.floor(height / this.#cell) + 1;
    this.#stamps = new Uint32Array(segments.length / 4);
    [this.#cellStart, this.#cellItems] = this.#bucket(this.columns * this.rows, (index, visit) =>
      this.#walk(...this.#segment(index), visit),
    );
    [this.#rowStart, this.#rowItems] = this.#bucket(this.rows, (index, visit) => {
      const [, ay, , by] = this.#segment(index);
      const last = this.#row(Math.max(ay, by));
      for (let row = this.#row(Math.min(ay, by)); row <= last; row++) visit(row);
    });
  }

  /** The cell a point is in, or -1 outside the box of all segments. */
  cellAt(x: number, y: number): number {
    const column = Math.floor((x - this.#minX) / this.#cell);
    const row = Math.floor((y - this.#minY) / this.#cell);
    const isWithin = column >= 0 && row >= 0 && column < this.columns && row < this.rows;
    return isWithin ? row * this.columns + column : -1;
  }

  /** The cell of each of many places (x and y in turns) where no segment comes near, -1 elsewhere, -2 off the grid. */
  clearCellsAt(places: Float64Array): Int32Array {
    const cells = new Int32Array(places.length / 2);
    for (let i = 0; i < cells.length; i++) {
      const column = Math.floor((places[2 * i]! - this.#minX) / this.#cell);
      const row = Math.floor((places[2 * i + 1]! - this.#minY) / this.#cell);
      if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) cells[i] = -2;
      else {
        const cell = row * this.columns + column;
        cells[i] = this.#cellStart[cell] === this.#cellStart[cell + 1] ? cell : -1;
      }
    }
    return cells;
  }

  isEmpty(cell: number): boolean {
    return this.#cellStart[cell] === this.#cellStart[cell + 1];
  }

  /** A quick no: true only where no segment comes near the cells around the two ends. */
  isClear(ax: number, ay: number, bx: number, by: number): boolean {
    const first = this.cellAt(Math.min(ax, bx), Math.min(ay, by));
    const last = this.cellAt(Math.max(ax, bx), Math.max(ay, by));
    if (first < 0 || last < 0 || !this.isEmpty(first)) return false;
    if (first === last) return true;
    const across = (last % this.columns) - (first % this.columns);
    const up = Math.floor(last / this.columns) - Math.floor(first / this.columns);
    if (across > 1 || up > 1) return false;
    return this.isEmpty(last) && this.isEmpty(first + across) && this.isEmpty(last - across);
  }

  /** Puts the segments that may come within the padding of the given one into `found`, each once. */
  collectNear(ax: number, ay: number, bx: number, by: number, found: number[]): void {
    found.length = 0;
    this.#stamp++;
    this.#walk(ax, ay, bx, by, (cell) => {
      for (let k = this.#cellStart[cell]!; k < this.#cellStart[cell + 1]!; k++) {
        const index = this.#cellItems[k]!;
        if (this.#stamps[index] === this.#stamp) continue;
        this.#stamps[index] = this.#stamp;
        found.push(index);
      }
    });
  }

  /** Even-odd rule over all segments, by exact predicates; for a point on a segment either answer is possible. */
  isInside(x: number, y: number): boolean {
    const row = Math.floor((y - this.#minY) / this.#cell);
    if (!(row >= 0 && row < this.rows)) return false;
    let isInside = false;
    for (let k = this.#rowStart[row]!; k < this.#rowStart[row + 1]!; k++) {
      const at = 4 * this.#rowItems[k]!;
      const ay = this.segments[at + 1]!;
      const by = this.segments[at + 3]!;
      if (ay > y === by > y) continue;
      const turn = orient2d(this.segments[at]!, ay, this.segments[at + 2]!, by, x, y);
      if (turn > 0 === by < ay) isInside = !isInside;
    }
    return isInside;
  }

  /** For every cell that no segment comes near: 1 if it is inside by the even-odd rule. */
  insideCells(): Uint8Array {
    const cells = new Uint8Array(this.columns * this.rows);
    for (let row = 0; row < this.rows; row++) {
      const y = this.#minY + (row + 0.5) * this.#cell;
      let known = -1;
      for (let column = 0; column < this.columns; column++) {
        const cell = row * this.columns + column;
        if (!this.isEmpty(cell)) known = -1;
        else {
          // Neighbouring empty cells of a row are on the same side.
          if (known < 0) known = this.isInside(this.#minX + (column + 0.5) * this.#cell, y) ? 1 : 0;
          cells[cell] = known;
        }
      }
    }
    return cells;
  }

  #segment(index: number): [number, number, number, number] {
    const s = this.segments;
    return [s[4 * index]!, s[4 * index + 1]!, s[4 * index + 2]!, s[4 * index + 3]!];
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.#minY) / this.#cell)));
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.#minX) / this.#cell)));
  }

  /** Visits the cells within the padding of a segment, row by row. */
  #walk(ax: number, ay: number, bx: number, by: number, visit: (cell: number) => void) {
    const pad = this.#padding;
    const first = this.#row(Math.min(ay, by) - pad);
    const last = this.#row(Math.max(ay, by) + pad);
    if (Math.max(ay, by) + pad < this.#minY) return;
    for (let row = first; row <= last; row++) {
      const low = this.#minY + row * this.#cell - pad;
      const high = low + this.#cell + 2 * pad;
      let [from, to] = [0, 1];
      if (first !== last && ay !== by) {
        const [s, t] = [(low - ay) / (by - ay), (high - ay) / (by - ay)];
        from = Math.max(0, Math.min(s, t));
        to = Math.min(1, Math.max(s, t));
      }
      const [p, q] = [ax + from * (bx - ax), ax + to * (bx - ax)];
      const end = this.#column(Math.max(p, q) + pad);
      for (let column = this.#column(Math.min(p, q) - pad); column <= end; column++) {
        visit(row * this.columns + column);
      }
    }
  }

  #bucket(
    size: number,
    visitAll: (index: number, visit: (bucket: number) => void) => void,
  ): [Uint32Array, Uint32Array] {
    const count = this.segments.length / 4;
    const start = new Uint32Array(size + 1);
    for (let i = 0; i < count; i++) visitAll(i, (bucket) => start[bucket]!++);
    for (let i = 1; i <= size; i++) start[i]! += start[i - 1]!;
    const items = new Uint32Array(start[size]!);
    for (let i = count - 1; i >= 0; i--) visitAll(i, (bucket) => (items[--start[bucket]!] = i));
    return [start, items];
  }
}
