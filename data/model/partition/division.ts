import type { PartitionGraph } from "./graph.ts";

/** What moves may not do; for an assignment that is to be bettered, not made. */
export interface Bonds {
  /** The parts units come from. */
  home: Int32Array;
  /** At most so many units may be away from home. */
  maxMoves: number;
  /** 1 for units that stay. */
  fixed?: Uint8Array;
}

/** An assignment with what has to be known of each part, kept up to date while units move. */
export class Division {
  readonly graph: PartitionGraph;
  readonly assignment: Int32Array;
  readonly parts: number;
  readonly loads: Float64Array;
  readonly unitCounts: Uint32Array;
  readonly centreX: Float64Array;
  readonly centreY: Float64Array;
  readonly bonds: Bonds | undefined;
  /** Sums of load times place; over the load they give the centre. */
  readonly #sumX: Float64Array;
  readonly #sumY: Float64Array;
  #away = 0;

  /** Takes the assignment over: it changes as units move. */
  constructor(graph: PartitionGraph, assignment: Int32Array, parts: number, bonds?: Bonds) {
    this.graph = graph;
    this.assignment = assignment;
    this.parts = parts;
    this.bonds = bonds;
    this.loads = new Float64Array(parts);
    this.unitCounts = new Uint32Array(parts);
    this.#sumX = new Float64Array(parts);
    this.#sumY = new Float64Array(parts);
    this.centreX = new Float64Array(parts);
    this.centreY = new Float64Array(parts);
    this.#sumUp();
    if (bonds) this.#away = countAway(bonds.home, assignment);
  }

  #sumUp() {
    const { count, loads, x, y } = this.graph;
    const { assignment, loads: sums, unitCounts } = this;
    const sumX = this.#sumX;
    const sumY = this.#sumY;
    for (let unit = 0; unit < count; unit++) {
      const part = assignment[unit]!;
      if (part < 0) continue;
      const load = loads[unit]!;
      sums[part]! += load;
      unitCounts[part]!++;
      sumX[part]! += load * x[unit]!;
      sumY[part]! += load * y[unit]!;
    }
    for (let part = 0; part < this.parts; part++) this.#centre(part);
  }

  /** How many units may still leave home. */
  get movesLeft(): number {
    return this.bonds ? this.bonds.maxMoves - this.#away : Infinity;
  }

  /** 1 when a move takes a unit from home, -1 when it brings it back, 0 otherwise. */
  strayedBy(unit: number, to: number): number {
    const home = this.bonds ? this.bonds.home[unit]! : -1;
    if (home < 0) return 0;
    return (home === to ? 0 : 1) - (home === this.assignment[unit] ? 0 : 1);
  }

  isFixed(unit: number): boolean {
    return this.bonds?.fixed?.[unit] === 1;
  }

  move(unit: number, to: number): void {
    const from = this.assignment[unit]!;
    this.#away += this.strayedBy(unit, to);
    this.assignment[unit] = to;
    if (from >= 0) {
      this.#add(unit, from, -1);
      this.#centre(from);
    }
    this.#add(unit, to, 1);
    this.#centre(to);
  }

  #add(unit: number, part: number, sign: number) {
    const load = sign * this.graph.loads[unit]!;
    this.loads[part]! += load;
    this.unitCounts[part]! += sign;
    this.#sumX[part]! += load * this.graph.x[unit]!;
    this.#sumY[part]! += load * this.graph.y[unit]!;
  }

  #centre(part: number) {
    // A part without load keeps the centre it had.
    if (!(this.loads[part]! > 0)) return;
    this.centreX[part] = this.#sumX[part]! / this.loads[part]!;
    this.centreY[part] = this.#sumY[part]! / this.loads[part]!;
  }
}

function countAway(home: Int32Array, assignment: Int32Array): number {
  let away = 0;
  for (let unit = 0; unit < home.length; unit++) {
    if (home[unit]! !== assignment[unit]! && home[unit]! >= 0) away++;
  }
  return away;
}
