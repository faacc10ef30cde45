import type { Outlines } from "../geometry/outlines.ts";
import { TOUCH_METERS } from "../geometry/relation.ts";
import { Clearance } from "./clearance.ts";
import { CLEAR_METERS, type Sites } from "./sites.ts";

/** Samples stand this far inside the wall, so that two houses with a common wall are mirrored in it. */
const INSET_METERS = 0.2;
/** Free walls are sampled this often; more does not show at the scale of a community. */
export const LONGEST_STEP_METERS = 12;
/** Nearer than this the inset alone keeps both sides apart. */
const SHORTEST_STEP_METERS = 0.8;
/** Corners of a finely drawn outline nearer than this to the last sample add nothing where nobody is near. */
const THIN_METERS = 1.5;

/** A wall: from a to b, so long, in direction (ex, ey), its inside on the left. */
interface Wall {
  ax: number;
  ay: number;
  ex: number;
  ey: number;
  length: number;
}

/** Samples the walls of one footprint after the other into `sites`. */
export class WallSampler {
  readonly #clearance: Clearance;
  /** The samples of each unit lie together, from its first up to its end. */
  readonly #firsts: Int32Array;
  readonly #ends: Int32Array;
  #crowd: readonly number[] = [];
  #unit = 0;
  #inset = 0;
  #thin = 0;
  #lastX = Infinity;
  #lastY = Infinity;

  /** `insetScale` varies the inset, for a second try at an unlucky layout. */
  constructor(
    readonly outlines: Outlines,
    readonly sites: Sites,
    readonly insetScale: number,
  ) {
    this.#clearance = new Clearance(outlines);
    this.#firsts = new Int32Array(outlines.geometryStart.length);
    this.#ends = new Int32Array(outlines.geometryStart.length);
  }

  /** `others` are the footprints within the longest step. */
  sampleUnit(unit: number, others: readonly number[]): void {
    const { geometryStart, isHole } = this.outlines;
    this.#unit = unit;
    this.#clearance.among(others);
    this.#crowd = others.filter((other) => this.#areBoxesNear(unit, other));
    this.#measureUnit(unit);
    this.#firsts[unit] = this.sites.count;
    for (let ring = geometryStart[unit]!; ring < geometryStart[unit + 1]!; ring++) {
      // Nobody stands in an empty inner court, so it is the footprint's own without samples.
      if (isHole[ring] && this.#crowd.length === 0) continue;
      this.#sampleRing(ring);
    }
    this.#ends[unit] = this.sites.count;
  }

  #areBoxesNear(unit: number, other: number): boolean {
    const { boxes } = this.outlines;
    const [a, b] = [4 * unit, 4 * other];
    return (
      boxes[a]! - CLEAR_METERS <= boxes[b + 2]! &&
      boxes[b]! - CLEAR_METERS <= boxes[a + 2]! &&
      boxes[a + 1]! - CLEAR_METERS <= boxes[b + 3]! &&
      boxes[b + 1]! - CLEAR_METERS <= boxes[a + 3]!
    );
  }

  #measureUnit(unit: number) {
    const { geometryStart } = this.outlines;
    let [area, perimeter] = [0, 0];
    for (let ring = geometryStart[unit]!; ring < geometryStart[unit + 1]!; ring++) {
      this.#eachWall(ring, (wall) => {
        area += (wall.ax * wall.ey - wall.ay * wall.ex) * (wall.length / 2);
        perimeter += wall.length;
      });
    }
    // Half of a thin footprint's width at most, so that its two sides do not change places.
    const width = perimeter > 0 ? (2 * Math.max(0, area)) / perimeter : 0;
    this.#inset = Math.min(INSET_METERS * this.insetScale, width / 4);
    this.#thin = Math.min(THIN_METERS, perimeter / 16);
  }

  #sampleRing(ring: number) {
    const first = this.outlines.ringStart[ring]!;
    const count = this.outlines.ringStart[ring + 1]! - first;
    this.#lastX = Infinity;
    this.#lastY = Infinity;
    if (count < 2) return;
    const turns = this.#turns(first, count);
    let corner = 0;
    this.#eachWall(ring, (wall) => {
      this.#sampleWall(wall, turns[corner]!, turns[(corner + 1) % count]!);
      corner++;
    });
  }

  /** At each corner, how far along its walls the inset walls meet; negative at a corner that juts in. */
  #turns(first: number, count: number): number[] {
    const { x, y } = this.outlines;
    return Array.from({ length: count }, (_, i) => {
      const [before, at, after] = [
        first + ((i + count - 1) % count),
        first + i,
        first + ((i + 1) % count),
      ];
      const [px, py] = [x[at]! - x[before]!, y[at]! - y[before]!];
      const [qx, qy] = [x[after]! - x[at]!, y[after]! - y[at]!];
      const lengths = Math.sqrt((px * px + py * py) * (qx * qx + qy * qy));
      // Half the angle's tangent, infinite where the outline turns back.
      const half = (px * qy - py * qx) / (lengths + px * qx + py * qy);
      return this.#inset * Math.max(-1, Math.min(3, half || 0));
    });
  }

  #eachWall(ring: number, visit: (wall: Wall) => void) {
    const { x, y, ringStart } = this.outlines;
    const first = ringStart[ring]!;
    const end = ringStart[ring + 1]!;
    for (let i = first; i < end; i++) {
      const next = i + 1 < end ? i + 1 : first;
      const [dx, dy] = [x[next]! - x[i]!, y[next]! - y[i]!];
      const length = Math.hypot(dx, dy);
      if (length > 0) visit({ ax: x[i]!, ay: y[i]!, ex: dx / length, ey: dy / length, length });
    }
  }

  /** Splits a wall where corners of neighbours touch it: common walls then begin and end together on both sides. */
  #sampleWall(wall: Wall, startTurn: number, endTurn: number) {
    const { ax, ay, ex, ey, length } = wall;
    const corners = this.#clearance.corners(ax, ay, ax + length * ex, ay + length * ey);
    let from = 0;
    for (let i = 0; i <= corners.length; i++) {
      const to = corners[i] ?? length;
      const middle = (from + to) / 2;
      this.#clearance.measure(ax + middle * ex, ay + middle * ey, ey, -ex, LONGEST_STEP_METERS);
      const isShared = this.#clearance.meters < TOUCH_METERS;
      const start = from + (i > 0 || isShared ? this.#inset : startTurn);
      const end = to - (i < corners.length || isShared ? this.#inset : endTurn);
      this.#samplePiece(wall, start, end, isShared);
      from = to;
    }
  }

  #samplePiece(wall: Wall, start: number, end: number, isShared: boolean) {
    if (end - start < 2 * this.#inset) {
      this.#add(wall, (start + end) / 2, true);
      return;
    }
    this.#add(wall, start, end - start < THIN_METERS);
    const pieces = Math.ceil((end - start) / LONGEST_STEP_METERS);
    const step = (end - start) / pieces;
    for (let i = 0; i < pieces; i++) {
      if (!isShared) this.#divide(wall, start + i * step, start + (i + 1) * step);
      if (i + 1 < pieces) this.#add(wall, start + (i + 1) * step, false);
    }
    this.#add(wall, end, false);
  }

  /** Halves a piece until its samples are nearer to all of it than any other footprint is. */
  #divide(wall: Wall, start: number, end: number) {
    const length = end - start;
    if (length <= SHORTEST_STEP_METERS) return;
    const middle = (start + end) / 2;
    const x = wall.ax + middle * wall.ex;
    const y = wall.ay + middle * wall.ey;
    this.#clearance.measure(x, y, wall.ey, -wall.ex, length);
    // Opposite a neighbour a step no longer than the gap keeps the border between them smooth.
    const enough = this.#clearance.isFacing ? length : length / 2;
    if (this.#clearance.meters >= enough) return;
    this.#divide(wall, start, middle);
    this.#add(wall, middle, false);
    this.#divide(wall, middle, end);
  }

  #add(wall: Wall, place: number, mayThin: boolean) {
    const x = wall.ax + place * wall.ex - this.#inset * wall.ey;
    const y = wall.ay + place * wall.ey + this.#inset * wall.ex;
    if (mayThin && Math.hypot(x - this.#lastX, y - this.#lastY) < this.#thin) {
      this.#clearance.measure(x, y, 0, 0, 4 * THIN_METERS);
      if (this.#clearance.meters >= 4 * THIN_METERS) return;
    }
    if (!this.#isFree(x, y)) return;
    this.sites.add(x, y, this.#unit);
    this.#lastX = x;
    this.#lastY = y;
  }

  /** Of the unit's own samples, of those of the footprints that stand in its box, and of all representative points. */
  #isFree(x: number, y: number): boolean {
    const { sites } = this;
    if (!sites.isFreeOf(this.#firsts[this.#unit]!, sites.count, x, y)) return false;
    for (const other of this.#crowd) {
      if (!sites.isFreeOf(this.#firsts[other]!, this.#ends[other]!, x, y)) return false;
    }
    return sites.isFreeOfRepresentatives(x, y);
  }
}
