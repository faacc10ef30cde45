import fc from "fast-check";
import { expect, test } from "vitest";
import type { PartitionGraph } from "#data/model/partition/graph.ts";
import { measurePartition } from "#data/model/partition/measure.ts";
import { areOnePieceEach } from "#data/model/partition/onePiece.ts";
import { randomFrom } from "#data/model/partition/random.ts";
import { graphShapes, neighboursIn, piecesOfPart, randomGraph } from "./randomGraph.ts";

const PARTS = 4;

test("measures agree with what is counted one by one", () => {
  fc.assert(
    fc.property(graphShapes, (shape) => {
      const graph = randomGraph(shape);
      const assignment = patches(graph, shape.columns, shape.seed);
      const measures = measurePartition(graph, assignment, PARTS);
      const parts = [...Array(PARTS).keys()];
      const membersOf = (part: number) =>
        [...assignment.keys()].filter((unit) => assignment[unit] === part);
      const sum = (units: number[], of: (unit: number) => number) =>
        units.reduce((total, unit) => total + of(unit), 0);
      const loads = parts.map((part) => sum(membersOf(part), (unit) => graph.loads[unit]!));
      const total = loads.reduce((a, b) => a + b, 0);

      const separated = [...assignment.keys()].flatMap((unit) =>
        neighboursIn(graph, unit).filter(
          (other) => other > unit && assignment[other] !== assignment[unit],
        ),
      );
      expect(measures.cut).toBe(separated.length);

      let distances = 0;
      for (const part of parts) {
        const units = membersOf(part);
        const x = sum(units, (unit) => graph.loads[unit]! * graph.x[unit]!) / loads[part]!;
        const y = sum(units, (unit) => graph.loads[unit]! * graph.y[unit]!) / loads[part]!;
        if (loads[part]! === 0) continue;
        distances += sum(
          units,
          (unit) => graph.loads[unit]! * Math.hypot(graph.x[unit]! - x, graph.y[unit]! - y),
        );
      }
      expect(measures.distance).toBeCloseTo(total > 0 ? distances / total : 0, 6);

      if (total > 0) {
        const offs = loads.map((load) => (load * PARTS) / total - 1);
        expect(measures.over).toBeCloseTo(Math.max(0, ...offs), 9);
        expect(measures.under).toBeCloseTo(Math.max(0, ...offs.map((off) => -off)), 9);
        expect(measures.outside).toBe(offs.filter((off) => Math.abs(off) > 0.05 + 1e-9).length);
      }

      const whole = new Int32Array(graph.count);
      const components = piecesOfPart(graph, whole, 0);
      const met = (part: number) =>
        components.filter((component) => membersOf(part).some((unit) => component.has(unit)))
          .length;
      const pieces = (part: number) => piecesOfPart(graph, assignment, part).length;
      expect(measures.disconnected).toBe(parts.filter((part) => pieces(part) > met(part)).length);
      expect(measures.spanning).toBe(parts.filter((part) => met(part) > 1).length);
      const isWhole = parts.every((part) => pieces(part) <= 1);
      expect(areOnePieceEach(graph, assignment, PARTS)).toBe(isWhole);
    }),
    { numRuns: 100 },
  );
});

test("a round part is compact and a strip is not", () => {
  const strip = randomGraph({ columns: 12, rows: 1, closedShare: 0, heaviest: 0, seed: 1 });
  const square = randomGraph({ columns: 9, rows: 9, closedShare: 0, heaviest: 0, seed: 1 });
  for (const { loads } of [strip, square]) loads.fill(1);
  expect(measurePartition(strip, new Int32Array(strip.count), 1).compactness).toBeLessThan(0.2);
  expect(measurePartition(square, new Int32Array(81), 1).compactness).toBeGreaterThan(0.95);
});

/** Parts as quarters of the lattice, with a few units strewn elsewhere or in no part. */
function patches({ count }: PartitionGraph, columns: number, seed: number): Int32Array {
  const random = randomFrom(seed);
  const rows = count / columns;
  return Int32Array.from({ length: count }, (_, unit) => {
    if (random() < 0.1) return Math.floor(random() * (PARTS + 1)) - 1;
    const [column, row] = [unit % columns, Math.floor(unit / columns)];
    return 2 * Number(row >= rows / 2) + Number(column >= columns / 2);
  });
}
