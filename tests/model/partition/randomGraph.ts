import fc from "fast-check";
import { graphOfPairs, type PartitionGraph } from "#data/model/partition/graph.ts";
import { randomFrom } from "#data/model/partition/random.ts";

export interface GraphShape {
  columns: number;
  rows: number;
  /** Of the ways between neighbours, so many are closed. */
  closedShare: number;
  heaviest: number;
  seed: number;
}

export const graphShapes: fc.Arbitrary<GraphShape> = fc.record({
  columns: fc.integer({ min: 1, max: 12 }),
  rows: fc.integer({ min: 1, max: 9 }),
  closedShare: fc.constantFrom(0, 0, 0.1, 0.4, 1),
  heaviest: fc.constantFrom(0, 1, 30, 120),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

/** Units on a slightly disturbed lattice with the diagonals of one direction, as cells meet. */
export function randomGraph({
  columns,
  rows,
  closedShare,
  heaviest,
  seed,
}: GraphShape): PartitionGraph {
  const random = randomFrom(seed);
  const [firsts, seconds, meters]: [number[], number[], number[]] = [[], [], []];
  const link = (a: number, column: number, row: number) => {
    if (column < 0 || column >= columns || row >= rows || random() < closedShare) return;
    firsts.push(a);
    seconds.push(row * columns + column);
    meters.push(1 + 60 * random());
  };
  const count = columns * rows;
  const [x, y, loads] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let unit = 0; unit < count; unit++) {
    const [column, row] = [unit % columns, Math.floor(unit / columns)];
    x[unit] = 60 * (column + 0.4 * random());
    y[unit] = 60 * (row + 0.4 * random());
    loads[unit] = Math.round(heaviest * random());
    link(unit, column + 1, row);
    link(unit, column, row + 1);
    link(unit, column - 1, row + 1);
  }
  return graphOfPairs({ firsts, seconds, meters }, { x, y, loads });
}

/** The units of a part in sets of those that reach each other within it, found the slow way. */
export function piecesOfPart(
  graph: PartitionGraph,
  assignment: Int32Array,
  part: number,
): Set<number>[] {
  const left = new Set([...assignment.keys()].filter((unit) => assignment[unit] === part));
  const pieces: Set<number>[] = [];
  while (left.size > 0) {
    const [start] = left;
    const piece = new Set<number>([start!]);
    for (const unit of piece) {
      for (const other of neighboursIn(graph, unit)) if (left.has(other)) piece.add(other);
    }
    for (const unit of piece) left.delete(unit);
    pieces.push(piece);
  }
  return pieces;
}

export function neighboursIn({ offsets, neighbours }: PartitionGraph, unit: number): number[] {
  return [...neighbours.subarray(offsets[unit], offsets[unit + 1])];
}
