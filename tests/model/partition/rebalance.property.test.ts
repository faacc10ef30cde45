import fc from "fast-check";
import { expect, test } from "vitest";
import { measurePartition } from "#data/model/partition/measure.ts";
import { partition } from "#data/model/partition/partition.ts";
import { randomFrom } from "#data/model/partition/random.ts";
import { rebalance } from "#data/model/partition/rebalance.ts";
import { graphShapes, piecesOfPart, randomGraph } from "./randomGraph.ts";

const changes = fc.record({
  shape: graphShapes,
  parts: fc.integer({ min: 1, max: 7 }),
  maxMoves: fc.constantFrom(0, 1, 5, Infinity),
  fixedShare: fc.constantFrom(0, 0.3, 1),
  newShare: fc.constantFrom(0, 0.1, 1),
  strewnShare: fc.constantFrom(0, 0.1),
  seed: fc.integer({ min: 0, max: 1000 }),
});

/** A division with loads changed, some units new, and some strewn into other parts. */
function changed({ shape, parts, fixedShare, newShare, strewnShare, seed }: Change) {
  const graph = randomGraph(shape);
  const before = partition(graph, { parts, seed, tries: 1 });
  const random = randomFrom(seed);
  for (let unit = 0; unit < graph.count; unit++) {
    graph.loads[unit]! *= 2 * random();
    if (random() < newShare) before[unit] = -1;
    else if (random() < strewnShare) before[unit] = Math.floor(random() * parts);
  }
  const fixed = Uint8Array.from(before, (part) => Number(part >= 0 && random() < fixedShare));
  return { graph, before, fixed };
}
type Change = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

test("at most the moves allowed are made, fixed units stay, and every unit has a part", () => {
  fc.assert(
    fc.property(changes, (change) => {
      const { graph, before, fixed } = changed(change);
      const { parts, maxMoves, seed } = change;
      const given = before.slice();
      const after = rebalance(graph, before, { parts, seed, tries: 1, maxMoves, fixed });
      expect(before).toEqual(given);
      expect(after.every((part) => part >= 0 && part < parts)).toBe(true);
      const moved = after.filter((part, unit) => before[unit]! >= 0 && part !== before[unit]);
      expect(moved.length).toBeLessThanOrEqual(maxMoves);
      expect(after.every((part, unit) => !fixed[unit] || part === before[unit])).toBe(true);
      expect(rebalance(graph, before, { parts, seed, tries: 1, maxMoves, fixed })).toEqual(after);
    }),
    { numRuns: 40 },
  );
});

test("no part is in more pieces than before", () => {
  fc.assert(
    fc.property(changes, (change) => {
      const { graph, before, fixed } = changed({ ...change, newShare: 0 });
      const { parts, maxMoves, seed } = change;
      const after = rebalance(graph, before, { parts, seed, tries: 1, maxMoves, fixed });
      for (let part = 0; part < parts; part++) {
        const pieces = (assignment: Int32Array) => piecesOfPart(graph, assignment, part).length;
        expect(pieces(after)).toBeLessThanOrEqual(Math.max(1, pieces(before)));
      }
    }),
    { numRuns: 40 },
  );
});

const town = randomGraph({ columns: 24, rows: 20, closedShare: 0, heaviest: 60, seed: 5 });

test("a small change moves few units and keeps the limits", () => {
  const before = partition(town, { parts: 12, seed: 1, tries: 1 });
  const loads = town.loads.slice();
  for (let unit = 0; unit < town.count; unit += 60) loads[unit]! += 100;
  const graph = { ...town, loads };
  expect(measurePartition(graph, before, 12).outside).toBeGreaterThan(0);
  const after = rebalance(graph, before, { parts: 12, seed: 1 });
  expect(measurePartition(graph, after, 12)).toMatchObject({ outside: 0, disconnected: 0 });
  expect(after.filter((part, unit) => part !== before[unit]).length).toBeLessThan(24);
});

test("a division in order stays as it is", () => {
  const before = partition(town, { parts: 12, seed: 1, tries: 1 });
  expect(rebalance(town, before, { parts: 12, seed: 1 })).toEqual(before);
});

test("a part that is new grows until it carries its share", () => {
  const before = partition(town, { parts: 9, seed: 1, tries: 1 });
  const after = rebalance(town, before, { parts: 10, seed: 1 });
  expect(measurePartition(town, after, 10)).toMatchObject({ outside: 0, disconnected: 0 });
});

test("a unit painted away from its part comes back in one piece", () => {
  const before = partition(town, { parts: 4, seed: 1, tries: 1 });
  const middle = [...before.keys()].find((unit) =>
    [...town.neighbours.subarray(town.offsets[unit], town.offsets[unit + 1])].every(
      (other) => before[other] === before[unit],
    ),
  )!;
  before[middle] = (before[middle]! + 1) % 4;
  const after = rebalance(town, before, { parts: 4, seed: 1 });
  expect(measurePartition(town, after, 4).disconnected).toBe(0);
});
