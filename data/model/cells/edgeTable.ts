const COLUMNS = 6;

/** A growing list of edges: start, end, left, right, left sample, right sample. */
export class EdgeTable {
  count = 0;
  #values: Int32Array;

  constructor(capacity: number) {
    this.#values = new Int32Array(COLUMNS * Math.max(16, capacity));
  }

  add(
    start: number,
    end: number,
    left: number,
    right: number,
    leftSample: number,
    rightSample: number,
  ): void {
    if (COLUMNS * this.count === this.#values.length) {
      const grown = new Int32Array(2 * this.#values.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    const at = COLUMNS * this.count++;
    const values = this.#values;
    values[at] = start;
    values[at + 1] = end;
    values[at + 2] = left;
    values[at + 3] = right;
    values[at + 4] = leftSample;
    values[at + 5] = rightSample;
  }

  startOf(edge: number): number {
    return this.#values[COLUMNS * edge]!;
  }

  endOf(edge: number): number {
    return this.#values[COLUMNS * edge + 1]!;
  }

  leftOf(edge: number): number {
    return this.#values[COLUMNS * edge + 2]!;
  }

  rightOf(edge: number): number {
    return this.#values[COLUMNS * edge + 3]!;
  }

  leftSampleOf(edge: number): number {
    return this.#values[COLUMNS * edge + 4]!;
  }

  rightSampleOf(edge: number): number {
    return this.#values[COLUMNS * edge + 5]!;
  }
}
