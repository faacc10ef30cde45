import type { Division } from "./division.ts";
import type { LoadLimits } from "./options.ts";

/** Parts beside each other. */
export interface Region {
  /** Those of the region, then those beside it. */
  parts: number[];
  /** So many of `parts` are the region's own; all of them where barriers close it off. */
  own: number;
  units: Uint32Array;
  load: number;
}

/** The share of the span between the limits that a region keeps free at either end. */
const FREE_SHARE = 0.25;

/** Gathers the parts about a part; knows one unit of each part to start from. */
export class Regions {
  readonly #division: Division;
  readonly #unitOf: Int32Array;
  readonly #partStamps: Int32Array;
  readonly #unitStamps: Int32Array;
  #stamp = 0;

  constructor(division: Division) {
    const { graph, assignment, parts } = division;
    this.#division = division;
    this.#unitOf = new Int32Array(parts).fill(-1);
    this.#partStamps = new Int32Array(parts);
    this.#unitStamps = new Int32Array(graph.count);
    for (let unit = 0; unit < graph.count; unit++) {
      if (assignment[unit]! >= 0) this.#unitOf[assignment[unit]!] = unit;
    }
  }

  /**
   * At least so many parts, the nearest first, if there are; up to twice as many until their loads have room within the
   * limits.
   */
  about(centre: number, leastParts: number, { min, max }: LoadLimits): Region {
    const stamp = ++this.#stamp;
    const parts = [centre];
    const units: number[] = [];
    this.#partStamps[centre] = stamp;
    const free = FREE_SHARE * (max - min);
    let [own, load] = [0, 0];
    while (own < parts.length && own < 2 * leastParts) {
      const isRoomy = load >= own * (min + free) && load <= own * (max - free);
      if (own >= leastParts && isRoomy) break;
      load += this.#division.loads[parts[own]!]!;
      this.#flood(parts[own++]!, stamp, units, parts);
    }
    return { parts, own, units: Uint32Array.from(units), load };
  }

  /** Has to be told when units of a region have moved. */
  refresh({ units }: Region): void {
    for (const unit of units) this.#unitOf[this.#division.assignment[unit]!] = unit;
  }

  /** Adds the units of a part to the units, and the parts beside it that are not among them to the parts. */
  #flood(part: number, stamp: number, units: number[], parts: number[]) {
    const { graph, assignment } = this.#division;
    const { offsets, neighbours } = graph;
    let head = units.length;
    if (this.#unitOf[part]! >= 0) units.push(this.#unitOf[part]!);
    for (; head < units.length; head++) {
      const unit = units[head]!;
      this.#unitStamps[unit] = stamp;
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        const other = neighbours[i]!;
        const otherPart = assignment[other]!;
        if (otherPart === part) {
          if (this.#unitStamps[other] === stamp) continue;
          this.#unitStamps[other] = stamp;
          units.push(other);
        } else if (otherPart >= 0 && this.#partStamps[otherPart] !== stamp) {
          this.#partStamps[otherPart] = stamp;
          parts.push(otherPart);
        }
      }
    }
  }
}
