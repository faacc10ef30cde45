import type { EdgeTable } from "./edgeTable.ts";
import type { Noding } from "./noding.ts";

/** Pieces of boundary, each from node to node with the inside on its left. */
export interface Pieces {
  starts: number[];
  ends: number[];
}

/** A direction that leaves a node of the boundary. */
interface Spoke {
  angle: number;
  /** The unit on its clockwise and counter-clockwise side; null beyond the boundary. */
  clockwise: number | null;
  counterClockwise: number | null;
  /** The piece of boundary that leaves here, or comes in here; its unit is not known yet. */
  leaving?: number;
  coming?: number;
}

const UNKNOWN = -2;

/**
 * Finds the unit on the inner side of every piece of boundary by turning about its start: counter-clockwise from the
 * piece, the first border met says it, and where none is met the piece before. So labels change exactly at borders.
 */
export function labelBoundary(
  pieces: Pieces,
  edges: EdgeTable,
  noding: Noding,
  nearestUnit: (x: number, y: number) => number,
): { units: Int32Array; isConsistent: boolean } {
  const spokes = spokesOf(pieces, edges, noding);
  const units = new Int32Array(pieces.starts.length).fill(UNKNOWN);
  const before = new Int32Array(pieces.starts.length).fill(-1);
  for (const around of spokes.values()) {
    around.forEach((spoke, i) => {
      if (spoke.leaving === undefined) return;
      const next = around[(i + 1) % around.length]!;
      if (next.coming !== undefined) before[spoke.leaving] = next.coming;
      else if (next.clockwise !== null) units[spoke.leaving] = next.clockwise;
    });
  }
  for (let piece = 0; piece < units.length; piece++) {
    if (units[piece] === UNKNOWN) spread(piece, units, before, pieces, noding, nearestUnit);
  }
  return { units, isConsistent: areConsistent(spokes, units) };
}

/** Follows the pieces before until one is known; a ring that no border reaches asks for the nearest unit. */
function spread(
  piece: number,
  units: Int32Array,
  before: Int32Array,
  pieces: Pieces,
  noding: Noding,
  nearestUnit: (x: number, y: number) => number,
) {
  const path = [piece];
  const seen = new Set(path);
  let at = before[piece]!;
  while (at >= 0 && units[at] === UNKNOWN && !seen.has(at)) {
    path.push(at);
    seen.add(at);
    at = before[at]!;
  }
  const node = pieces.starts[piece]!;
  const isKnown = at >= 0 && units[at] !== UNKNOWN;
  const unit = isKnown ? units[at]! : nearestUnit(noding.xOf(node), noding.yOf(node));
  for (const each of path) units[each] = unit;
}

function spokesOf(pieces: Pieces, edges: EdgeTable, noding: Noding): Map<number, Spoke[]> {
  const spokes = new Map<number, Spoke[]>();
  const add = (from: number, to: number, spoke: Omit<Spoke, "angle">) => {
    const angle = Math.atan2(noding.yOf(to) - noding.yOf(from), noding.xOf(to) - noding.xOf(from));
    const around = spokes.get(from);
    if (around) around.push({ ...spoke, angle });
    else spokes.set(from, [{ ...spoke, angle }]);
  };
  pieces.starts.forEach((start, piece) => {
    const end = pieces.ends[piece]!;
    add(start, end, { clockwise: null, counterClockwise: null, leaving: piece });
    add(end, start, { clockwise: null, counterClockwise: null, coming: piece });
  });
  for (let edge = 0; edge < edges.count; edge++) {
    const [start, end] = [edges.starts[edge]!, edges.ends[edge]!];
    const [left, right] = [edges.lefts[edge]!, edges.rights[edge]!];
    if (noding.segmentsOf.has(start)) add(start, end, { clockwise: right, counterClockwise: left });
    if (noding.segmentsOf.has(end)) add(end, start, { clockwise: left, counterClockwise: right });
  }
  for (const around of spokes.values()) around.sort((p, q) => p.angle - q.angle);
  return spokes;
}

/** Whether every piece that comes in agrees with the border clockwise of it. */
function areConsistent(spokes: Map<number, Spoke[]>, units: Int32Array): boolean {
  for (const around of spokes.values()) {
    for (let i = 0; i < around.length; i++) {
      const { coming } = around[i]!;
      if (coming === undefined) continue;
      const last = around[(i + around.length - 1) % around.length]!;
      const unit = last.leaving === undefined ? last.counterClockwise : units[last.leaving];
      if (unit !== units[coming]) return false;
    }
  }
  return true;
}
