import type { Outlines } from "../geometry/outlines.ts";
import type { SegmentGrid } from "../geometry/segmentGrid.ts";
import type { BorderGraph } from "./borders.ts";
import { EdgeTable } from "./edgeTable.ts";
import { labelBoundary, type Pieces } from "./labelBoundary.ts";
import { Noding } from "./noding.ts";
import { OUTSIDE } from "./tessellation.ts";

export interface Clipped {
  /** Only the edges that lie inside untouched. */
  graph: BorderGraph;
  /** Those that come near the boundary, cut where they cross it, and the pieces of the boundary. */
  nearby: EdgeTable;
  noding: Noding;
  /** False where rounding has defeated us: the two ends of a piece of boundary name different units. */
  isConsistent: boolean;
}

/**
 * Cuts the borders at the boundary, keeps what is inside, and adds the boundary's own pieces, each with the unit on
 * its inner side. `nearestUnit` answers for rings that no border reaches. Takes `graph` over.
 */
export function clipToBoundary(
  graph: BorderGraph,
  boundary: Outlines,
  grid: SegmentGrid,
  nearestUnit: (x: number, y: number) => number,
): Clipped {
  const noding = new Noding(graph, boundary, grid);
  const nearby = new EdgeTable();
  keepInside(graph, grid, noding, nearby);
  const pieces = piecesOf(boundary, noding);
  const { units, isConsistent } = labelBoundary(pieces, nearby, noding, nearestUnit);
  units.forEach((unit, piece) => {
    nearby.add(pieces.starts[piece]!, pieces.ends[piece]!, unit, OUTSIDE, -1, -1);
  });
  return { graph, nearby, noding, isConsistent };
}

function keepInside(graph: BorderGraph, grid: SegmentGrid, noding: Noding, nearby: EdgeTable) {
  const insideCells = grid.insideCells();
  const { places, start, end, left, right, leftSample, rightSample } = graph;
  const cells = noding.clearCells;
  let kept = 0;
  for (let edge = 0; edge < graph.count; edge++) {
    const a = start[edge]!;
    const b = end[edge]!;
    const cell = cells[a]!;
    const isClear =
      cell >= 0 &&
      (cell === cells[b] ||
        grid.isClear(places[2 * a]!, places[2 * a + 1]!, places[2 * b]!, places[2 * b + 1]!));
    if (!isClear) {
      cutEdge(graph, edge, grid, noding, nearby);
      continue;
    }
    if (!insideCells[cell]) continue;
    start[kept] = a;
    end[kept] = b;
    left[kept] = left[edge]!;
    right[kept] = right[edge]!;
    leftSample[kept] = leftSample[edge]!;
    rightSample[kept] = rightSample[edge]!;
    kept++;
  }
  graph.count = kept;
}

function cutEdge(
  graph: BorderGraph,
  edge: number,
  grid: SegmentGrid,
  noding: Noding,
  nearby: EdgeTable,
) {
  const nodes = noding.nodesAlong(edge);
  for (let i = 1; i < nodes.length; i++) {
    const [from, to] = [nodes[i - 1]!, nodes[i]!];
    if (from === to || noding.areOnOneSegment(from, to)) continue;
    const x = (noding.xOf(from) + noding.xOf(to)) / 2;
    const y = (noding.yOf(from) + noding.yOf(to)) / 2;
    if (grid.isInside(x, y)) nearby.addPiece(graph, edge, from, to);
  }
}

function piecesOf(boundary: Outlines, noding: Noding): Pieces {
  const pieces: Pieces = { starts: [], ends: [] };
  const { ringStart } = boundary;
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const [first, end] = [ringStart[ring]!, ringStart[ring + 1]!];
    for (let segment = first; segment < end; segment++) {
      const next = segment + 1 < end ? segment + 1 : first;
      let from = noding.startOf(segment);
      const nodes = noding.cutsOf(segment).map((cut) => cut.node);
      for (const to of [...nodes, noding.startOf(next)]) {
        if (to === from) continue;
        pieces.starts.push(from);
        pieces.ends.push(to);
        from = to;
      }
    }
  }
  return pieces;
}
