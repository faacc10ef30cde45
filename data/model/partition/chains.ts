import type { Contiguity } from "./contiguity.ts";
import type { Division } from "./division.ts";
import { exchangeUnits } from "./exchanges.ts";
import { Members } from "./members.ts";
import { excessOf, moveGain, type Objective } from "./objective.ts";

/** A search that has seen so many parts gives up. */
const MOST_PARTS = 400;
const PASSES = 8;
/** Chains away from one part in one pass. */
const MOST_CHAINS = 50;

/**
 * Brings parts outside the limits back by chains of moves over the graph of parts: one unit from an overfull part to
 * its neighbour, one from there to the next, until a part has room; and the other way round for parts short of load.
 * Every part between keeps the limits and stays in one piece. Calls back for each move.
 */
export function moveAlongChains(
  division: Division,
  contiguity: Contiguity,
  objective: Objective,
  onMove: (unit: number) => void = () => undefined,
): void {
  if (partsOutside(division, objective).length === 0) return;
  new Chains(division, contiguity, objective).run(onMove);
}

/** The worst first. */
function partsOutside({ loads }: Division, { limits }: Objective): number[] {
  const { min, max } = limits;
  const outside: number[] = [];
  for (let part = 0; part < loads.length; part++) {
    if (excessOf(loads[part]!, min, max) > 0) outside.push(part);
  }
  const excess = (part: number) => excessOf(loads[part]!, min, max);
  return outside.sort((a, b) => excess(b) - excess(a) || a - b);
}

class Chains {
  readonly #division: Division;
  readonly #contiguity: Contiguity;
  readonly #objective: Objective;
  readonly #members: Members;
  /** Of each part a search has come to: the unit that would pass between it and the part before, and that part. */
  readonly #passing: Int32Array;
  readonly #before: Int32Array;
  readonly #stamps: Int32Array;
  readonly #mostGain: Float64Array;
  readonly #reached: Int32Array;
  #stamp = 0;

  constructor(division: Division, contiguity: Contiguity, objective: Objective) {
    const { assignment, parts } = division;
    this.#division = division;
    this.#contiguity = contiguity;
    this.#objective = objective;
    this.#members = new Members(assignment, parts);
    this.#passing = new Int32Array(parts);
    this.#before = new Int32Array(parts);
    this.#stamps = new Int32Array(parts);
    this.#mostGain = new Float64Array(parts);
    this.#reached = new Int32Array(parts);
  }

  /** Until all keep the limits or nothing helps. */
  run(onMove: (unit: number) => void): void {
    const { loads } = this.#division;
    const { min, max } = this.#objective.limits;
    for (let pass = 0; pass < PASSES; pass++) {
      let hasMoved = false;
      for (const part of partsOutside(this.#division, this.#objective)) {
        for (let chain = 0; chain < MOST_CHAINS; chain++) {
          if (excessOf(loads[part]!, min, max) === 0 || this.#division.movesLeft < 1) break;
          const isRelieved =
            this.#search(part, loads[part]! > max ? 1 : -1, onMove) || this.#exchange(part, onMove);
          if (!isRelieved) break;
          hasMoved = true;
        }
      }
      if (!hasMoved) break;
    }
  }

  #exchange(part: number, onMove: (unit: number) => void): boolean {
    const [division, contiguity, objective] = [this.#division, this.#contiguity, this.#objective];
    return exchangeUnits(division, contiguity, objective, this.#members, part, onMove);
  }

  /** Finds and makes one chain away from (sign 1) or towards (sign -1) a part, the shortest; whether there is one. */
  #search(source: number, sign: number, onMove: (unit: number) => void): boolean {
    const { loads, graph } = this.#division;
    const { min, max } = this.#objective.limits;
    const stamp = ++this.#stamp;
    const queue = this.#reached;
    queue[0] = source;
    let length = 1;
    this.#stamps[source] = stamp;
    this.#before[source] = -1;
    for (let head = 0; head < length && length < MOST_PARTS; head++) {
      const part = queue[head]!;
      const passed = part === source ? 0 : sign * graph.loads[this.#passing[part]!]!;
      const load = loads[part]! + passed;
      // What has to go on at least and at most so that this part keeps the limits; the source may need several chains.
      const least = part === source ? 0 : sign > 0 ? load - max : min - load;
      const most = sign > 0 ? load - min : max - load;
      const first = length;
      length = this.#reach(part, sign, least, most, length);
      for (let i = first; i < length; i++) {
        const next = queue[i]!;
        const after = loads[next]! + sign * graph.loads[this.#passing[next]!]!;
        const isEnd = sign > 0 ? after <= max : after >= min;
        if (isEnd && this.#carryOut(next, source, sign, onMove)) return true;
      }
    }
    return false;
  }

  /**
   * Adds to the queue the parts beside a part that one unit of a fitting load could go to (or come from), each with
   * the unit that gains most; gives the new length.
   */
  #reach(part: number, sign: number, least: number, most: number, length: number): number {
    const { graph, assignment } = this.#division;
    const { offsets, neighbours, loads } = graph;
    let end = length;
    for (let unit = this.#members.firstOf(part); unit >= 0; unit = this.#members.after(unit)) {
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        const other = neighbours[i]!;
        const next = assignment[other]!;
        if (next === part || next < 0) continue;
        const isNew = this.#stamps[next] !== this.#stamp;
        if (!isNew && this.#before[next] !== part) continue;
        const mover = sign > 0 ? unit : other;
        const load = loads[mover]!;
        if (load < least || load > most || load <= 0 || this.#division.isFixed(mover)) continue;
        const gain = moveGain(this.#division, this.#objective, mover, sign > 0 ? next : part);
        if (!isNew && gain <= this.#mostGain[next]!) continue;
        if (!this.#contiguity.canLeave(mover, assignment)) continue;
        if (isNew) this.#reached[end++] = next;
        this.#stamps[next] = this.#stamp;
        this.#before[next] = part;
        this.#passing[next] = mover;
        this.#mostGain[next] = gain;
      }
    }
    return end;
  }

  /** Moves units along the chain, the last first; undoes all where one of them cannot go any more. */
  #carryOut(end: number, source: number, sign: number, onMove: (unit: number) => void): boolean {
    const { assignment } = this.#division;
    const done: [unit: number, from: number, to: number][] = [];
    for (let part = end; part !== source; part = this.#before[part]!) {
      const unit = this.#passing[part]!;
      const before = this.#before[part]!;
      const from = sign > 0 ? before : part;
      const to = sign > 0 ? part : before;
      if (assignment[unit] !== from || !this.#canGo(unit, to)) {
        for (const [undone, was, now] of done.toReversed()) this.#move(undone, now, was);
        return false;
      }
      this.#move(unit, from, to);
      done.push([unit, from, to]);
    }
    for (const [unit] of done) onMove(unit);
    return true;
  }

  #canGo(unit: number, to: number): boolean {
    const { graph, assignment, unitCounts } = this.#division;
    if (unitCounts[assignment[unit]!]! <= 1) return false;
    if (this.#division.strayedBy(unit, to) > this.#division.movesLeft) return false;
    if (!this.#contiguity.canLeave(unit, assignment)) return false;
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      if (assignment[graph.neighbours[i]!] === to) return true;
    }
    return false;
  }

  #move(unit: number, from: number, to: number) {
    this.#members.move(unit, from, to);
    this.#division.move(unit, to);
  }
}
