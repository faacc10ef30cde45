import type { Contiguity } from "./contiguity.ts";
import type { Division } from "./division.ts";
import { excessOf, squareOf, type Objective } from "./objective.ts";

export interface Phase {
  /** How much balance weighs in this phase, in the objective's own weight. */
  balance: number;
  /** No move may take loads further outside the limits. */
  isStrict: boolean;
}

/** A unit with more neighbouring parts than this looks at the first of them. */
const MOST_NEIGHBOURS = 64;
/** Each unit is looked at so often at most, so that a search ends that would move units to and fro. */
const LOOKS = 12;
const LEAST_GAIN = 1e-9;

/**
 * Moves units on the boundary to the neighbouring part where cut, distance and balance gain most, as long as any gains
 * and parts stay in one piece. A unit is looked at again when a neighbour has moved.
 */
export class BoundaryMoves {
  readonly #division: Division;
  readonly #contiguity: Contiguity;
  readonly #objective: Objective;
  readonly #queue: Int32Array;
  readonly #isQueued: Uint8Array;
  #head = 0;
  #length = 0;
  readonly #parts = new Int32Array(MOST_NEIGHBOURS);
  readonly #links = new Float64Array(MOST_NEIGHBOURS);
  #ownLinks = 0;

  constructor(division: Division, contiguity: Contiguity, objective: Objective) {
    this.#division = division;
    this.#contiguity = contiguity;
    this.#objective = objective;
    this.#queue = new Int32Array(division.graph.count);
    this.#isQueued = new Uint8Array(division.graph.count);
  }

  /** Looks at every unit on a boundary. */
  runEverywhere(phase: Phase): number {
    const { graph, assignment } = this.#division;
    const { count, offsets, neighbours } = graph;
    for (let unit = 0; unit < count; unit++) {
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        if (assignment[neighbours[i]!] === assignment[unit]) continue;
        this.enqueue(unit);
        break;
      }
    }
    return this.run(phase);
  }

  enqueue(unit: number): void {
    if (this.#isQueued[unit] === 1) return;
    this.#isQueued[unit] = 1;
    const end = this.#head + this.#length++;
    this.#queue[end < this.#queue.length ? end : end - this.#queue.length] = unit;
  }

  /** Looks at the units enqueued and what follows from them; gives the number of moves. */
  run({ balance, isStrict }: Phase): number {
    const { graph, assignment, unitCounts } = this.#division;
    const { offsets, neighbours } = graph;
    const balanceCost = balance * this.#objective.balanceCost;
    let [moves, looksLeft] = [0, LOOKS * graph.count];
    while (this.#length > 0 && looksLeft-- > 0) {
      const unit = this.#dequeue();
      if (unitCounts[assignment[unit]!]! <= 1 || this.#division.isFixed(unit)) continue;
      const part = this.#bestPart(unit, balanceCost, isStrict);
      if (part < 0 || !this.#contiguity.canLeave(unit, assignment)) continue;
      this.#division.move(unit, part);
      moves++;
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) this.enqueue(neighbours[i]!);
    }
    while (this.#length > 0) this.#dequeue();
    return moves;
  }

  #dequeue(): number {
    const unit = this.#queue[this.#head]!;
    this.#head = this.#head + 1 === this.#queue.length ? 0 : this.#head + 1;
    this.#length--;
    this.#isQueued[unit] = 0;
    return unit;
  }

  /** The part beside a unit where it gains most, -1 where it gains nowhere. */
  #bestPart(unit: number, balanceCost: number, isStrict: boolean): number {
    const found = this.#lookAround(unit);
    if (found === 0) return -1;
    const { graph, assignment, loads, centreX, centreY } = this.#division;
    const { limits, ideals, cutCost, distanceCost, moveCost } = this.#objective;
    const { min, max } = limits;
    const load = graph.loads[unit]!;
    const [x, y] = [graph.x[unit]!, graph.y[unit]!];
    const own = assignment[unit]!;
    const [full, left] = [loads[own]!, loads[own]! - load];
    const ownX = x - centreX[own]!;
    const ownY = y - centreY[own]!;
    // What the squared distances about a centre lose with a point (Ward): the centre moves away from it.
    const ownSquare = (ownX * ownX + ownY * ownY) * (left > 0 ? full / left : 1);
    const ownOff = squareOf(full - ideals[own]!) - squareOf(left - ideals[own]!);
    const ownExcess = excessOf(left, min, max) - excessOf(full, min, max);
    let [best, most] = [-1, LEAST_GAIN];
    for (let k = 0; k < found; k++) {
      const part = this.#parts[k]!;
      const [before, after] = [loads[part]!, loads[part]! + load];
      const excess = ownExcess + excessOf(after, min, max) - excessOf(before, min, max);
      if (isStrict && excess > LEAST_GAIN) continue;
      const dx = x - centreX[part]!;
      const dy = y - centreY[part]!;
      const square = (dx * dx + dy * dy) * (after > 0 ? before / after : 1);
      const off = ownOff + squareOf(before - ideals[part]!) - squareOf(after - ideals[part]!);
      const strayed = this.#division.strayedBy(unit, part);
      if (strayed > 0 && this.#division.movesLeft < 1) continue;
      const gain =
        cutCost * (this.#links[k]! - this.#ownLinks) +
        distanceCost * load * (ownSquare - square) +
        balanceCost * off -
        moveCost * strayed;
      if (gain > most) [best, most] = [part, gain];
    }
    return best;
  }

  /** Gathers the parts beside a unit and the weight of its links with each; gives their number. */
  #lookAround(unit: number): number {
    const { graph, assignment } = this.#division;
    const { offsets, neighbours } = graph;
    const weights = this.#objective.linkWeights;
    const own = assignment[unit]!;
    let [found, ownLinks] = [0, 0];
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      const part = assignment[neighbours[i]!]!;
      const weight = weights ? weights[i]! : 1;
      if (part === own) {
        ownLinks += weight;
        continue;
      }
      if (part < 0) continue;
      let k = 0;
      while (k < found && this.#parts[k] !== part) k++;
      if (k < found) this.#links[k]! += weight;
      else if (found < MOST_NEIGHBOURS) {
        this.#parts[found] = part;
        this.#links[found++] = weight;
      }
    }
    this.#ownLinks = ownLinks;
    return found;
  }
}
