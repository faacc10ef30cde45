import type { Outlines } from "../geometry/outlines.ts";
import type { SegmentGrid } from "../geometry/segmentGrid.ts";
import type { BorderGraph } from "./borders.ts";
import { EdgeTable } from "./edgeTable.ts";
import { labelBoundary, type Pieces } from "./labelBoundary.ts";
import { Noding } from "./noding.ts";
import { OUTSIDE } from "./tessellation.ts";

export interface Clipped {
  edges: EdgeTable;
  noding: Noding;
  /** False where rounding has defeated us: the two ends of a piece of boundary name different units. */
  isConsistent: boolean;
}

/**
 * Cuts the borders at the boundary, keeps what is inside, and adds the boundary's own pieces, each with the unit on
 * its inner side. `nearestUnit` answers for rings that no border reaches.
 */
export function clipToBoundary(
  graph: BorderGraph,
  boundary: Outlines,
  grid: SegmentGrid,
  nearestUnit: (x: number, y: number) => number,
): Clipped {
  const noding = new Noding(graph, boundary, grid);
  const edges = new EdgeTable(graph.start.length + 4 * boundary.x.length);
  const reaching = keepInside(graph, grid, noding, edges);
  const pieces = piecesOf(boundary, noding);
  const { units, isConsistent } = labelBoundary(pieces, edges, reaching, noding, nearestUnit);
  units.forEach((unit, piece) => {
    edges.add(pieces.starts[piece]!, pieces.ends[piece]!, unit, OUTSIDE, -1, -1);
  });
  return { edges, noding, isConsistent };
}

/** Returns the kept edges that end at the boundary. */
function keepInside(graph: BorderGraph, grid: SegmentGrid, noding: Noding, edges: EdgeTable) {
  const insideCells = grid.insideCells();
  const reaching: number[] = [];
  for (let edge = 0; edge < graph.start.length; edge++) {
    const [a, b] = [graph.start[edge]!, graph.end[edge]!];
    // Most edges lie within a cell or two that are far from the boundary.
    if (grid.isClear(graph.x[a]!, graph.y[a]!, graph.x[b]!, graph.y[b]!)) {
      const cell = grid.cellAt(graph.x[a]!, graph.y[a]!);
      if (insideCells[cell]) addPiece(graph, edges, edge, a, b);
      continue;
    }
    const nodes = noding.nodesAlong(edge);
    for (let i = 1; i < nodes.length; i++) {
      const [from, to] = [nodes[i - 1]!, nodes[i]!];
      if (from === to || noding.areOnOneSegment(from, to)) continue;
      const x = (noding.xOf(from) + noding.xOf(to)) / 2;
      const y = (noding.yOf(from) + noding.yOf(to)) / 2;
      if (!grid.isInside(x, y)) continue;
      if (noding.segmentsOf.has(from) || noding.segmentsOf.has(to)) reaching.push(edges.count);
      addPiece(graph, edges, edge, from, to);
    }
  }
  return reaching;
}

function addPiece(graph: BorderGraph, edges: EdgeTable, edge: number, from: number, to: number) {
  edges.add(
    from,
    to,
    graph.left[edge]!,
    graph.right[edge]!,
    graph.leftSample[edge]!,
    graph.rightSample[edge]!,
  );
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
