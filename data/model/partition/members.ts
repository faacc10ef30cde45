/** The units of each part as linked lists in typed arrays, so that a move costs nothing. */
export class Members {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(assignment: Int32Array, parts: number) {
    this.#first = new Int32Array(parts).fill(-1);
    this.#next = new Int32Array(assignment.length).fill(-1);
    this.#previous = new Int32Array(assignment.length).fill(-1);
    for (let unit = assignment.length - 1; unit >= 0; unit--) {
      if (assignment[unit]! >= 0) this.#link(unit, assignment[unit]!);
    }
  }

  /** -1 for none, as `after`. */
  firstOf(part: number): number {
    return this.#first[part]!;
  }

  after(unit: number): number {
    return this.#next[unit]!;
  }

  move(unit: number, from: number, to: number): void {
    const [before, after] = [this.#previous[unit]!, this.#next[unit]!];
    if (before >= 0) this.#next[before] = after;
    else this.#first[from] = after;
    if (after >= 0) this.#previous[after] = before;
    this.#link(unit, to);
  }

  #link(unit: number, part: number) {
    const first = this.#first[part]!;
    this.#next[unit] = first;
    this.#previous[unit] = -1;
    if (first >= 0) this.#previous[first] = unit;
    this.#first[part] = unit;
  }
}
