import { orient2d } from "robust-predicates";
import { placeOnSegment, squaredDistanceToSegment } from "../geometry/measure.ts";
import type { Outlines } from "../geometry/outlines.ts";
import type { SegmentGrid } from "../geometry/segmentGrid.ts";
import { MERGE_METERS, type BorderGraph } from "./borders.ts";

/** A node on a segment, so far along it (0 to 1). */
interface Cut {
  place: number;
  node: number;
}

/**
 * Nodes shared by the borders and the boundary. Border nodes within a tenth of a millimetre of the boundary move onto
 * it, boundary corners as near to a border become part of it, and what still crosses crosses for good: every later
 * question is then one of topology, not of rounding.
 */
export class Noding {
  readonly x: number[] = [];
  readonly y: number[] = [];
  /** Nodes from this one on are the boundary's corners and crossings; those before are the border graph's. */
  readonly firstBoundaryNode: number;
  /** The boundary segments that a node lies on. */
  readonly segmentsOf = new Map<number, number[]>();
  /** The cell of each border node that the boundary does not come near, otherwise negative. */
  readonly clearCells: Int32Array;
  readonly #moved = new Map<number, number>();
  readonly #cornerOf: Int32Array;
  readonly #cuts = new Map<number, Cut[]>();
  readonly #found: number[] = [];

  constructor(
    readonly graph: BorderGraph,
    readonly boundary: Outlines,
    readonly grid: SegmentGrid,
  ) {
    this.firstBoundaryNode = graph.places.length / 2;
    this.clearCells = grid.clearCellsAt(graph.places);
    this.#cornerOf = this.#enterCorners();
    this.#cutAtCorners();
    this.#moveNearNodes();
  }

  /** The first node of a boundary segment. */
  startOf(segment: number): number {
    return this.#cornerOf[segment]!;
  }

  /** Cuts of a boundary segment in order, its ends left out. Complete once all borders have been cut. */
  cutsOf(segment: number): Cut[] {
    return (this.#cuts.get(segment) ?? []).sort((p, q) => p.place - q.place);
  }

  xOf(node: number): number {
    const own = node - this.firstBoundaryNode;
    return own < 0 ? this.graph.places[2 * node]! : this.x[own]!;
  }

  yOf(node: number): number {
    const own = node - this.firstBoundaryNode;
    return own < 0 ? this.graph.places[2 * node + 1]! : this.y[own]!;
  }

  /** Where a node of the border graph has become a corner of the boundary, that corner. */
  nodeAt(node: number): number {
    return this.#moved.get(node) ?? node;
  }

  /** The nodes along a border edge from its start to its end, with all cuts by the boundary. */
  nodesAlong(edge: number): number[] {
    const from = this.nodeAt(this.graph.start[edge]!);
    const to = this.nodeAt(this.graph.end[edge]!);
    const [ax, ay, bx, by] = [this.xOf(from), this.yOf(from), this.xOf(to), this.yOf(to)];
    this.grid.collectNear(ax, ay, bx, by, this.#found);
    if (this.#found.length === 0) return [from, to];
    const cuts: Cut[] = [];
    for (const segment of this.#found) {
      const corner = this.startOf(segment);
      if (corner === from || corner === to) continue;
      const [x, y] = [this.xOf(corner), this.yOf(corner)];
      if (squaredDistanceToSegment(x, y, ax, ay, bx, by) >= MERGE_METERS ** 2) continue;
      cuts.push({ place: placeOnSegment(x, y, ax, ay, bx, by), node: corner });
    }
    const touched = new Set([from, to, ...cuts.map((cut) => cut.node)]);
    for (const segment of this.#found) {
      if (this.#isOn(touched, segment)) continue;
      const cut = this.#crossing(segment, ax, ay, bx, by);
      if (cut) cuts.push(cut);
    }
    cuts.sort((p, q) => p.place - q.place);
    const nodes = [from, ...cuts.map((cut) => cut.node), to];
    return nodes.filter((node, i) => i === 0 || node !== nodes[i - 1]);
  }

  /** Whether two nodes lie on one straight piece of the boundary. */
  areOnOneSegment(a: number, b: number): boolean {
    const segments = this.segmentsOf.get(b);
    return this.segmentsOf.get(a)?.some((segment) => segments?.includes(segment)) ?? false;
  }

  #isOn(nodes: Set<number>, segment: number): boolean {
    for (const node of nodes) if (this.segmentsOf.get(node)?.includes(segment)) return true;
    return false;
  }

  #crossing(segment: number, ax: number, ay: number, bx: number, by: number): Cut | undefined {
    const [px, py, qx, qy] = this.#ends(segment);
    const p = orient2d(ax, ay, bx, by, px, py);
    const q = orient2d(ax, ay, bx, by, qx, qy);
    const a = orient2d(px, py, qx, qy, ax, ay);
    const b = orient2d(px, py, qx, qy, bx, by);
    if (p > 0 === q > 0 || a > 0 === b > 0) return undefined;
    const node = this.firstBoundaryNode + this.x.length;
    const onSegment = p / (p - q);
    this.x.push(px + onSegment * (qx - px));
    this.y.push(py + onSegment * (qy - py));
    this.#cut(segment, { place: onSegment, node });
    return { place: a / (a - b), node };
  }

  #cut(segment: number, cut: Cut) {
    const cuts = this.#cuts.get(segment);
    if (cuts) cuts.push(cut);
    else this.#cuts.set(segment, [cut]);
    this.#lies(cut.node, segment);
  }

  #lies(node: number, segment: number) {
    const segments = this.segmentsOf.get(node);
    if (segments) segments.push(segment);
    else this.segmentsOf.set(node, [segment]);
  }

  /** Corners at one place are one node: a hole may touch the outer ring, or one part another. */
  #enterCorners(): Int32Array {
    const { x, y, ringStart } = this.boundary;
    const corners = new Int32Array(x.length);
    const known = new Map<string, number>();
    for (let ring = 0; ring + 1 < ringStart.length; ring++) {
      const [first, end] = [ringStart[ring]!, ringStart[ring + 1]!];
      for (let i = first; i < end; i++) {
        const key = `${x[i]},${y[i]}`;
        const node = known.get(key) ?? this.firstBoundaryNode + this.x.length;
        if (!known.has(key)) {
          known.set(key, node);
          this.x.push(x[i]!);
          this.y.push(y[i]!);
        }
        corners[i] = node;
        this.#lies(node, i);
        this.#lies(node, i > first ? i - 1 : end - 1);
      }
    }
    return corners;
  }

  /** A hole may touch the outer ring between two of its corners. */
  #cutAtCorners() {
    for (const corner of new Set(this.#cornerOf)) {
      const [x, y] = [this.xOf(corner), this.yOf(corner)];
      this.grid.collectNear(x, y, x, y, this.#found);
      for (const segment of this.#found) {
        if (this.segmentsOf.get(corner)!.includes(segment)) continue;
        if (this.#distance(segment, x, y) >= MERGE_METERS) continue;
        const [ax, ay, bx, by] = this.#ends(segment);
        this.#cut(segment, { place: placeOnSegment(x, y, ax, ay, bx, by), node: corner });
      }
    }
  }

  #moveNearNodes() {
    const { places } = this.graph;
    for (let node = 0; node < this.firstBoundaryNode; node++) {
      if (this.clearCells[node] !== -1) continue;
      const x = places[2 * node]!;
      const y = places[2 * node + 1]!;
      this.grid.collectNear(x, y, x, y, this.#found);
      const segment = this.#found.find((near) => this.#distance(near, x, y) < MERGE_METERS);
      if (segment !== undefined && !this.#moveToCorner(node)) this.#moveOnto(segment, node);
    }
  }

  #distance(segment: number, x: number, y: number): number {
    const [ax, ay, bx, by] = this.#ends(segment);
    return Math.sqrt(squaredDistanceToSegment(x, y, ax, ay, bx, by));
  }

  #moveOnto(segment: number, node: number) {
    const { places } = this.graph;
    const [ax, ay, bx, by] = this.#ends(segment);
    const place = placeOnSegment(places[2 * node]!, places[2 * node + 1]!, ax, ay, bx, by);
    places[2 * node] = ax + place * (bx - ax);
    places[2 * node + 1] = ay + place * (by - ay);
    this.#cut(segment, { place, node });
  }

  /** Looks among the segments last found: both of a corner's are near it. */
  #moveToCorner(node: number): boolean {
    for (const segment of this.#found) {
      const corner = this.startOf(segment);
      const dx = this.xOf(corner) - this.xOf(node);
      const dy = this.yOf(corner) - this.yOf(node);
      if (Math.hypot(dx, dy) >= 2 * MERGE_METERS) continue;
      this.#moved.set(node, corner);
      return true;
    }
    return false;
  }

  #ends(segment: number): [ax: number, ay: number, bx: number, by: number] {
    const s = this.grid.segments;
    const at = 4 * segment;
    return [s[at]!, s[at + 1]!, s[at + 2]!, s[at + 3]!];
  }
}
