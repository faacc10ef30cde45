import fc from "fast-check";
import { expect, test } from "vitest";
import { Division } from "#data/model/partition/division.ts";
import { annealBorders } from "#data/model/partition/flowAnneal.ts";
import { repairLoads } from "#data/model/partition/flowRepair.ts";
import { ringsOf } from "#data/model/partition/flowRings.ts";
import { measurePartition } from "#data/model/partition/measure.ts";
import { defaultObjective, gridTown } from "./flowTown.ts";

/** Columns cut into strips of so many columns each. */
function strips(columns: number, rows: number, widths: readonly number[]): Int32Array {
  const partOf = widths.flatMap((width, part) => Array<number>(width).fill(part));
  return Int32Array.from({ length: columns * rows }, (_, unit) => partOf[unit % columns]!);
}

test("annealing keeps every part, in one piece, for any seed and loads", () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer({ min: 0, max: 99 })), (seed, loads) => {
      const graph = gridTown(12, 8, (unit) => loads[unit % (loads.length || 1)] ?? 10);
      const division = new Division(graph, strips(12, 8, [1, 5, 2, 4]), 4);
      const wanted = { targets: new Float64Array(4).fill(200), slacks: new Float64Array(4) };
      annealBorders(
        division,
        ringsOf(graph),
        defaultObjective(division),
        wanted,
        { sweeps: 20, seed, heat: [2, 0.5], targetCost: [0.1, 1], limitCost: [1, 1] },
        Uint32Array.from(graph.loads.keys()),
      );
      expect(measurePartition(graph, division.assignment, 4).disconnected).toBe(0);
      expect(Math.min(...division.unitCounts)).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
});

test("units that are to stay are not annealed away", () => {
  const graph = gridTown(12, 8);
  const before = strips(12, 8, [2, 10]);
  const fixed = Uint8Array.from(before, (_, unit) => (unit % 12 === 2 ? 1 : 0));
  const bonds = { home: before, maxMoves: Infinity, fixed };
  const division = new Division(graph, before.slice(), 2, bonds);
  repairLoads(division, defaultObjective(division), 1);
  expect([...division.assignment].filter((_, unit) => fixed[unit])).toEqual(Array(8).fill(1));
});

test("load flows from a full part to an empty one past the parts between them", () => {
  const graph = gridTown(40, 6, (unit) => 8 + (unit % 5));
  const division = new Division(graph, strips(40, 6, [12, 8, 8, 8, 4]), 5);
  repairLoads(division, defaultObjective(division), 1);
  const { outside, disconnected } = measurePartition(graph, division.assignment, 5);
  expect({ outside, disconnected }).toEqual({ outside: 0, disconnected: 0 });
});

test("a part reaches through the only gap in a barrier for what it lacks", () => {
  const graph = gridTown(20, 8, undefined, (column, row) => column === 8 && row !== 3);
  const division = new Division(graph, strips(20, 8, [4, 4, 6, 6]), 4);
  repairLoads(division, defaultObjective(division), 1);
  const { outside, disconnected } = measurePartition(graph, division.assignment, 4);
  expect({ outside, disconnected }).toEqual({ outside: 0, disconnected: 0 });
});

test("between barriers a few parts stay outside where even shares would put all there", () => {
  // On either side 6.5 ideals: for seven parts, two below the limits, and for six, two or three above.
  const graph = gridTown(52, 10, undefined, (column) => column === 25);
  const widths = [6, 2, 4, 4, 5, 2, 3, 6, 2, 6, 2, 5, 5];
  const division = new Division(graph, strips(52, 10, widths), 13);
  repairLoads(division, defaultObjective(division), 1);
  const after = measurePartition(graph, division.assignment, 13);
  expect(after).toMatchObject({ disconnected: 0, spanning: 0 });
  expect(after.outside).toBeLessThanOrEqual(6);
  expect(after.imbalance).toBeLessThanOrEqual(0.2);
});

test("a division within the limits stays as it is", () => {
  const graph = gridTown(12, 8);
  const division = new Division(graph, strips(12, 8, [4, 4, 4]), 3);
  repairLoads(division, defaultObjective(division), 1);
  expect(division.assignment).toEqual(strips(12, 8, [4, 4, 4]));
});
