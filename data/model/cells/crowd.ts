import type { Outlines } from "../geometry/outlines.ts";
import { CLEAR_METERS, type Sites } from "./sites.ts";

/** Keeps the samples of a footprint clear of each other and of those of the footprints that stand in its box. */
export class Crowd {
  /** Whether another footprint's box meets the one at hand. */
  isCrowded = false;
  /** The samples of each unit lie together, from its first up to its end. */
  readonly #firsts: Int32Array;
  readonly #ends: Int32Array;
  readonly #members: number[] = [];
  #unit = 0;

  constructor(
    readonly outlines: Outlines,
    readonly sites: Sites,
  ) {
    this.#firsts = new Int32Array(outlines.geometryStart.length);
    this.#ends = new Int32Array(outlines.geometryStart.length);
  }

  /** From now on samples are of `unit`; `others` are those around it. */
  enter(unit: number, others: readonly number[]): void {
    const { boxes } = this.outlines;
    const minX = boxes[4 * unit]!;
    const minY = boxes[4 * unit + 1]!;
    const maxX = boxes[4 * unit + 2]!;
    const maxY = boxes[4 * unit + 3]!;
    this.#unit = unit;
    this.#firsts[unit] = this.sites.count;
    this.#members.length = 0;
    for (const other of others) {
      if (!this.#isInBox(other, minX, minY, maxX, maxY)) continue;
      this.#members.push(other);
    }
    this.isCrowded = this.#members.length > 0;
  }

  leave(): void {
    this.#ends[this.#unit] = this.sites.count;
  }

  isFree(x: number, y: number): boolean {
    const { sites } = this;
    if (!this.#isFreeOf(this.#unit, this.#firsts[this.#unit]!, sites.count, x, y)) return false;
    for (const other of this.#members) {
      if (!this.#isInBox(other, x, y, x, y)) continue;
      if (!this.#isFreeOf(other, this.#firsts[other]!, this.#ends[other]!, x, y)) return false;
    }
    return !sites.haveMoved || sites.isFreeOfRepresentatives(x, y);
  }

  #isFreeOf(unit: number, first: number, end: number, x: number, y: number): boolean {
    const { sites } = this;
    const representative = sites.representatives[unit]!;
    return (
      sites.isFreeOf(first, end, x, y) && sites.isFreeOf(representative, representative + 1, x, y)
    );
  }

  #isInBox(other: number, minX: number, minY: number, maxX: number, maxY: number): boolean {
    const { boxes } = this.outlines;
    return (
      boxes[4 * other]! - CLEAR_METERS <= maxX &&
      boxes[4 * other + 1]! - CLEAR_METERS <= maxY &&
      boxes[4 * other + 2]! + CLEAR_METERS >= minX &&
      boxes[4 * other + 3]! + CLEAR_METERS >= minY
    );
  }
}
