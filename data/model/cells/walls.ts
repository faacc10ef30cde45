import type { Outlines } from "../geometry/outlines.ts";
import { TOUCH_METERS } from "../geometry/relation.ts";
import { Clearance } from "./clearance.ts";
import { Crowd } from "./crowd.ts";
import type { Sites } from "./sites.ts";

/** Samples stand this far inside the wall, so that two houses with a common wall are mirrored in it. */
const INSET_METERS = 0.2;
/** Free walls are sampled this often; more does not show at the scale of a community. */
export const LONGEST_STEP_METERS = 12;
/** Nearer than this the inset alone keeps both sides apart. */
const SHORTEST_STEP_METERS = 0.8;
/** Corners of a finely drawn outline nearer than this to the last sample add nothing where nobody is near. */
const THIN_METERS = 1.5;

/** Samples the walls of one footprint after the other into `sites`. */
export class WallSampler {
  readonly #clearance: Clearance;
  readonly #crowd: Crowd;
  #unit = 0;
  #inset = 0;
  #thin = 0;
  // The wall at hand: its start, its direction with the inside on the left, its length. No objects: there are millions.
  #startX = 0;
  #startY = 0;
  #alongX = 0;
  #alongY = 0;
  #length = 0;
  #lastX = Infinity;
  #lastY = Infinity;

  /** `insetScale` varies the inset, for a second try at an unlucky layout. */
  constructor(
    readonly outlines: Outlines,
    readonly sites: Sites,
    readonly insetScale: number,
  ) {
    this.#clearance = new Clearance(outlines);
    this.#crowd = new Crowd(outlines, sites);
  }

  /** `others` are the footprints within the longest step. */
  sampleUnit(unit: number, others: readonly number[]): void {
    const { geometryStart, isHole } = this.outlines;
    this.#unit = unit;
    this.#clearance.among(others);
    this.#crowd.enter(unit, others);
    this.#measureUnit();
    for (let ring = geometryStart[unit]!; ring < geometryStart[unit + 1]!; ring++) {
      // Nobody stands in an empty inner court, so it is the footprint's own without samples.
      if (!isHole[ring] || this.#crowd.isCrowded) this.#sampleRing(ring);
    }
    this.#crowd.leave();
  }

  #measureUnit() {
    const { x, y, ringStart, geometryStart } = this.outlines;
    let area = 0;
    let perimeter = 0;
    for (let r = geometryStart[this.#unit]!; r < geometryStart[this.#unit + 1]!; r++) {
      const first = ringStart[r]!;
      const end = ringStart[r + 1]!;
      for (let i = first, j = end - 1; i < end; j = i++) {
        const dx = x[i]! - x[j]!;
        const dy = y[i]! - y[j]!;
        area += ((x[j]! - x[first]!) * dy - (y[j]! - y[first]!) * dx) / 2;
        perimeter += Math.sqrt(dx * dx + dy * dy);
      }
    }
    // A quarter of a thin footprint's width at most, so that its two sides do not change places.
    const width = perimeter > 0 ? (2 * Math.max(0, area)) / perimeter : 0;
    this.#inset = Math.min(INSET_METERS * this.insetScale, width / 4);
    this.#thin = Math.min(THIN_METERS, perimeter / 16);
  }

  #sampleRing(ring: number) {
    const { x, y, ringStart } = this.outlines;
    const first = ringStart[ring]!;
    const end = ringStart[ring + 1]!;
    this.#lastX = Infinity;
    this.#lastY = Infinity;
    if (end - first < 2) return;
    let startTurn = this.#turnAt(end - 1, first, first + 1);
    for (let i = first; i < end; i++) {
      const next = i + 1 < end ? i + 1 : first;
      const dx = x[next]! - x[i]!;
      const dy = y[next]! - y[i]!;
      this.#length = Math.sqrt(dx * dx + dy * dy);
      this.#startX = x[i]!;
      this.#startY = y[i]!;
      this.#alongX = dx / this.#length;
      this.#alongY = dy / this.#length;
      const endTurn = this.#turnAt(i, next, next + 1 < end ? next + 1 : first);
      this.#sampleWall(startTurn, endTurn);
      startTurn = endTurn;
    }
  }

  /** How far along its walls from a corner the inset walls meet; negative at a corner that juts in. */
  #turnAt(before: number, at: number, after: number): number {
    const { x, y } = this.outlines;
    const px = x[at]! - x[before]!;
    const py = y[at]! - y[before]!;
    const qx = x[after]! - x[at]!;
    const qy = y[after]! - y[at]!;
    const lengths = Math.sqrt((px * px + py * py) * (qx * qx + qy * qy));
    // Half the angle's tangent, infinite where the outline turns back.
    const half = (px * qy - py * qx) / (lengths + px * qx + py * qy);
    return this.#inset * Math.max(-1, Math.min(3, half || 0));
  }

  /** Splits a wall where corners of neighbours touch it: common walls then begin and end together on both sides. */
  #sampleWall(startTurn: number, endTurn: number) {
    if (!this.#crowd.isCrowded) {
      this.#samplePiece(startTurn, this.#length - endTurn, false);
      return;
    }
    const corners = this.#clearance.corners(
      this.#startX,
      this.#startY,
      this.#startX + this.#length * this.#alongX,
      this.#startY + this.#length * this.#alongY,
    );
    let from = 0;
    for (let i = 0; i <= corners.length; i++) {
      const to = corners[i] ?? this.#length;
      const isShared = this.#clearanceAt((from + to) / 2, TOUCH_METERS) < TOUCH_METERS;
      const start = from + (i > 0 || isShared ? this.#inset : startTurn);
      const end = to - (i < corners.length || isShared ? this.#inset : endTurn);
      this.#samplePiece(start, end, isShared);
      from = to;
    }
  }

  #samplePiece(start: number, end: number, isShared: boolean) {
    if (end - start < 2 * this.#inset) {
      this.#add((start + end) / 2, true);
      return;
    }
    this.#add(start, end - start < THIN_METERS);
    const pieces = Math.ceil((end - start) / LONGEST_STEP_METERS);
    const step = (end - start) / pieces;
    for (let i = 0; i < pieces; i++) {
      if (!isShared) this.#divide(start + i * step, start + (i + 1) * step);
      if (i + 1 < pieces) this.#add(start + (i + 1) * step, false);
    }
    this.#add(end, false);
  }

  /** Halves a piece until its samples are nearer to all of it than any other footprint is. */
  #divide(start: number, end: number) {
    const length = end - start;
    if (length <= SHORTEST_STEP_METERS) return;
    const middle = (start + end) / 2;
    const clearance = this.#clearanceAt(middle, length);
    // Opposite a neighbour a step no longer than the gap keeps the border between them smooth.
    if (clearance >= (this.#clearance.isFacing ? length : length / 2)) return;
    this.#divide(start, middle);
    this.#add(middle, false);
    this.#divide(middle, end);
  }

  #clearanceAt(place: number, reach: number): number {
    const x = this.#startX + place * this.#alongX;
    const y = this.#startY + place * this.#alongY;
    return this.#clearance.measure(x, y, this.#alongY, -this.#alongX, reach);
  }

  #add(place: number, mayThin: boolean) {
    const x = this.#startX + place * this.#alongX - this.#inset * this.#alongY;
    const y = this.#startY + place * this.#alongY + this.#inset * this.#alongX;
    if (mayThin && Math.hypot(x - this.#lastX, y - this.#lastY) < this.#thin) {
      if (this.#clearance.measure(x, y, 0, 0, 4 * THIN_METERS) >= 4 * THIN_METERS) return;
    }
    if (!this.#crowd.isFree(x, y)) return;
    this.sites.add(x, y, this.#unit);
    this.#lastX = x;
    this.#lastY = y;
  }
}
