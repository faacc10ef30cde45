import fc from "fast-check";
import { expect, test } from "vitest";
import { linksInGaps } from "#data/model/partition/barriersGaps.ts";
import { seedsAtPassages } from "#data/model/partition/barriersPassages.ts";
import { componentsOf } from "#data/model/partition/components.ts";
import type { PartitionGraph } from "#data/model/partition/graph.ts";
import { measurePartition } from "#data/model/partition/measure.ts";
import { limitsOf } from "#data/model/partition/options.ts";
import { partition } from "#data/model/partition/partition.ts";
import { gridTown } from "./flowTown.ts";

/** Pairs of units whose link lies in a gap. */
function gapsOf(graph: PartitionGraph): [number, number][] {
  const inGap = linksInGaps(graph);
  return [...graph.loads.keys()].flatMap((unit) =>
    [...graph.neighbours.subarray(graph.offsets[unit], graph.offsets[unit + 1])].flatMap(
      (other, place): [number, number][] =>
        unit < other && inGap[graph.offsets[unit]! + place] ? [[unit, other]] : [],
    ),
  );
}

test("the few links between barriers are a gap", () => {
  const oneLink = gridTown(20, 20, undefined, (column, row) => column === 9 && row !== 7);
  expect(gapsOf(oneLink)).toEqual([[7 * 20 + 9, 7 * 20 + 10]]);
  const threeLinks = gridTown(
    20,
    20,
    undefined,
    (column, row) => column === 9 && row !== 7 && row !== 8,
  );
  expect(gapsOf(threeLinks).length).toBe(3);
});

test("a wide opening is no gap, nor is a corner of the town, nor a hole", () => {
  expect(gapsOf(gridTown(20, 20))).toEqual([]);
  expect(gapsOf(gridTown(20, 20, undefined, (column, row) => column === 9 && row < 12))).toEqual(
    [],
  );
  const hole = (column: number, row: number) => column === 9 && row > 5 && row < 14;
  expect(gapsOf(gridTown(20, 20, undefined, hole))).toEqual([]);
});

test("a part reaches through each gap where the load before it is no whole number", () => {
  // 20 units are the ideal; each half holds 7.5 of it.
  const graph = gridTown(30, 10, undefined, (column, row) => column === 14 && row !== 4);
  const limits = limitsOf(graph.loads, { parts: 15, seed: 1 });
  const seeds = seedsAtPassages(graph, componentsOf(graph), Uint32Array.of(15), limits)!;
  expect([...seeds.allotted]).toEqual([7, 7, 1]);
  expect([...seeds.targets].every((target) => Math.abs(target / limits.ideal - 1) < 0.05)).toBe(
    true,
  );
});

test("pieces that hold whole numbers keep to themselves", () => {
  const graph = gridTown(30, 10, undefined, (column, row) => column === 9 && row !== 4);
  const limits = limitsOf(graph.loads, { parts: 3, seed: 1 });
  const seeds = seedsAtPassages(graph, componentsOf(graph), Uint32Array.of(3), limits)!;
  expect([...seeds.allotted].toSorted()).toEqual([1, 2]);
});

test("wherever the gaps are, all parts are given out and are in one piece within the limits", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(gaps, fc.integer(), (rows, seed) => {
      // Barriers leave 7, 11, 9 and 13 columns, 4.2, 6.6, 5.4 and 7.8 parts.
      const barriers = [6, 17, 26];
      const graph = gridTown(
        40,
        12,
        () => 10,
        (column, row) => barriers.includes(column) && rows[barriers.indexOf(column)] !== row,
      );
      const assignment = partition(graph, { parts: 24, seed, tries: 1 });
      const { disconnected, outside } = measurePartition(graph, assignment, 24);
      expect(new Set(assignment).size).toBe(24);
      expect({ disconnected, outside }).toEqual({ disconnected: 0, outside: 0 });
    }),
    { numRuns: 6 },
  );
});
