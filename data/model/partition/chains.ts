import type { Contiguity } from "./contiguity.ts";
import type { Division } from "./division.ts";
import { Members } from "./members.ts";
import type { LoadLimits } from "./options.ts";

/** A chain never visits more parts than this before it gives up. */
const MOST_PARTS = 400;

/**
 * Brings parts outside the limits back by chains of moves over the graph of parts: one unit from an overfull part to
 * its neighbour, one from there to the next, until a part has room; and the other way round for parts short of load.
 * Every part between keeps the limits and stays in one piece.
 */
export class Chains {
  readonly #division: Division;
  readonly #contiguity: Contiguity;
  readonly #limits: LoadLimits;
  readonly #members: Members;
  /** Of each visited part: the unit that would come in (or leave), and the part it came from. */
  readonly #unitInto: Int32Array;
  readonly #cameFrom: Int32Array;
  readonly #stamps: Int32Array;
  readonly #bestUnit: Int32Array;
  readonly #bestCost: Float64Array;
  #stamp = 0;

  constructor(division: Division, contiguity: Contiguity, limits: LoadLimits) {
    this.#division = division;
    this.#contiguity = contiguity;
    this.#limits = limits;
    this.#members = new Members(division.assignment, division.parts);
    this.#unitInto = new Int32Array(division.parts);
    this.#cameFrom = new Int32Array(division.parts);
    this.#stamps = new Int32Array(division.parts);
    this.#bestUnit = new Int32Array(division.parts).fill(-1);
    this.#bestCost = new Float64Array(division.parts);
  }

  /** Moves along chains until all is within the limits or nothing helps; gives the number of units moved. */
  run(): number {
    const { parts, loads } = this.#division;
    const { min, max } = this.#limits;
    let moved = 0;
    for (let pass = 0; pass < 8; pass++) {
      let movedNow = 0;
      for (let part = 0; part < parts; part++) {
        for (let tries = 0; tries < 20; tries++) {
          const sign = loads[part]! > max ? 1 : loads[part]! < min ? -1 : 0;
          if (sign === 0) break;
          const length = this.#chainFrom(part, sign);
          if (length === 0) break;
          movedNow += length;
        }
      }
      moved += movedNow;
      if (movedNow === 0) break;
    }
    return moved;
  }

  /** One chain away from (sign 1) or towards (sign -1) a part; the number of units it moved, 0 if there is none. */
  #chainFrom(source: number, sign: number): number {
    const { loads } = this.#division;
    const { min, max } = this.#limits;
    const stamp = ++this.#stamp;
    const queue = [source];
    this.#stamps[source] = stamp;
    this.#unitInto[source] = -1;
    for (let head = 0; head < queue.length && queue.length < MOST_PARTS; head++) {
      const part = queue[head]!;
      const into = this.#unitInto[part]!;
      const arrived = into < 0 ? 0 : sign * this.#division.graph.loads[into]!;
      const load = loads[part]! + arrived;
      // How much has to go on at least and at most so that this part is within the limits.
      let least = sign > 0 ? load - max : min - load;
      const most = sign > 0 ? load - min : max - load;
      if (part === source) least = 0;
      for (const next of this.#reach(part, sign, least, most)) {
        if (this.#stamps[next] === stamp) continue;
        this.#stamps[next] = stamp;
        this.#cameFrom[next] = part;
        const unit = this.#bestUnit[next]!;
        this.#unitInto[next] = unit;
        const after = loads[next]! + sign * this.#division.graph.loads[unit]!;
        const isEnd = sign > 0 ? after <= max : after >= min;
        if (isEnd) {
          const length = this.#carryOut(next, source, sign);
          if (length > 0) return length;
          continue;
        }
        queue.push(next);
      }
    }
    return 0;
  }

  /** The parts beside a part that one unit of a fitting load could move to (or come from); the best unit in #bestUnit. */
  #reach(part: number, sign: number, least: number, most: number): number[] {
    const { graph, assignment, centreX, centreY } = this.#division;
    const { offsets, neighbours, loads, x, y } = graph;
    const found: number[] = [];
    for (let unit = this.#members.firstOf(part); unit >= 0; unit = this.#members.after(unit)) {
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        const other = neighbours[i]!;
        const next = assignment[other]!;
        if (next === part || next < 0) continue;
        const mover = sign > 0 ? unit : other;
        const load = loads[mover]!;
        if (load < least || load > most || load <= 0) continue;
        const [from, to] = sign > 0 ? [part, next] : [next, part];
        const fx = x[mover]! - centreX[from]!;
        const fy = y[mover]! - centreY[from]!;
        const tx = x[mover]! - centreX[to]!;
        const ty = y[mover]! - centreY[to]!;
        const cost = tx * tx + ty * ty - fx * fx - fy * fy;
        const isNew = !found.includes(next);
        if (!isNew && cost >= this.#bestCost[next]!) continue;
        if (!this.#contiguity.canLeave(mover, assignment)) continue;
        if (isNew) found.push(next);
        this.#bestUnit[next] = mover;
        this.#bestCost[next] = cost;
      }
    }
    return found.sort((a, b) => this.#bestCost[a]! - this.#bestCost[b]!);
  }

  /** Moves units along the chain, the last first; undoes all where one of them cannot go any more. */
  #carryOut(end: number, source: number, sign: number): number {
    const { assignment } = this.#division;
    const done: [unit: number, from: number, to: number][] = [];
    for (let part = end; part !== source; part = this.#cameFrom[part]!) {
      const unit = this.#unitInto[part]!;
      const before = this.#cameFrom[part]!;
      const [from, to] = sign > 0 ? [before, part] : [part, before];
      const canGo =
        assignment[unit] === from &&
        this.#division.unitCounts[from]! > 1 &&
        this.#touches(unit, to) &&
        this.#contiguity.canLeave(unit, assignment);
      if (!canGo) {
        for (const [undone, was, now] of done.toReversed()) this.#move(undone, now, was);
        return 0;
      }
      this.#move(unit, from, to);
      done.push([unit, from, to]);
    }
    return done.length;
  }

  #touches(unit: number, part: number): boolean {
    const { graph, assignment } = this.#division;
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      if (assignment[graph.neighbours[i]!] === part) return true;
    }
    return false;
  }

  #move(unit: number, from: number, to: number) {
    this.#members.move(unit, from, to);
    this.#division.move(unit, to);
  }
}
