import fc from "fast-check";
import { expect, test } from "vitest";
import { componentsOf } from "#data/model/partition/components.ts";
import { withSomeLoad } from "#data/model/partition/graph.ts";
import { bridgesOf, withBridges } from "#data/model/partition/islands.ts";
import { limitsOf } from "#data/model/partition/options.ts";
import { measurePartition } from "#data/model/partition/measure.ts";
import { partition } from "#data/model/partition/partition.ts";
import { graphShapes, piecesOfPart, randomGraph } from "./randomGraph.ts";

const requests = fc.record({
  shape: graphShapes,
  parts: fc.integer({ min: 1, max: 9 }),
  seed: fc.integer({ min: 0, max: 1000 }),
  compoundSize: fc.constantFrom(0, 3),
});

test("every unit gets a part, the same for the same seed", () => {
  fc.assert(
    fc.property(requests, ({ shape, parts, seed, compoundSize }) => {
      const graph = randomGraph(shape);
      const groups = compoundSize
        ? Int32Array.from({ length: graph.count }, (_, unit) => Math.floor(unit / compoundSize))
        : undefined;
      const assignment = partition(graph, { parts, seed, tries: 2, groups });
      expect(assignment).toHaveLength(graph.count);
      expect(assignment.every((part) => part >= 0 && part < parts)).toBe(true);
      expect(partition(graph, { parts, seed, tries: 2, groups })).toEqual(assignment);
    }),
    { numRuns: 30 },
  );
});

test("as many parts as asked for hold units, where there are enough", () => {
  fc.assert(
    fc.property(requests, ({ shape, parts, seed }) => {
      const graph = randomGraph(shape);
      const used = new Set(partition(graph, { parts, seed, tries: 2 }));
      expect(used.size).toBe(Math.min(parts, graph.count));
    }),
    { numRuns: 30 },
  );
});

test("parts are in one piece, over the bridges to islands where there are some", () => {
  fc.assert(
    fc.property(requests, ({ shape, parts, seed }) => {
      const graph = withSomeLoad(randomGraph(shape));
      const assignment = partition(graph, { parts, seed, tries: 2 });
      const { min } = limitsOf(graph.loads, { parts, seed });
      const joined = withBridges(graph, bridgesOf(graph, parts, min));
      for (let part = 0; part < parts; part++) {
        expect(piecesOfPart(joined, assignment, part).length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 40 },
  );
});

test("islands are joined to the unit nearest to them, until no component is too light or too many", () => {
  fc.assert(
    fc.property(requests, ({ shape, parts, seed }) => {
      const graph = randomGraph(shape);
      const { min } = limitsOf(graph.loads, { parts, seed });
      const bridges = bridgesOf(graph, parts, min);
      const { count, ofUnit } = componentsOf(withBridges(graph, bridges));
      expect(count).toBeLessThanOrEqual(parts);
      const loads = new Float64Array(count);
      ofUnit.forEach((component, unit) => (loads[component]! += graph.loads[unit]!));
      expect(count === 1 || Math.min(...loads) >= min).toBe(true);
      const [first] = bridges;
      if (!first) return;
      const island = componentsOf(graph).ofUnit;
      for (let unit = 0; unit < graph.count; unit++) {
        if (island[unit] === island[first.islander]) continue;
        const meters = Math.hypot(
          graph.x[unit]! - graph.x[first.islander]!,
          graph.y[unit]! - graph.y[first.islander]!,
        );
        expect(meters).toBeGreaterThanOrEqual(first.meters - 1e-9);
      }
    }),
    { numRuns: 40 },
  );
});

test("an even lattice is divided within the limits", () => {
  const graph = randomGraph({ columns: 12, rows: 10, closedShare: 0, heaviest: 0, seed: 1 });
  graph.loads.fill(10);
  const assignment = partition(graph, { parts: 6, seed: 1, minLoad: 190, maxLoad: 210 });
  const sizes = Array.from(
    { length: 6 },
    (_, part) => assignment.filter((own) => own === part).length,
  );
  for (const size of sizes) expect(Math.abs(size - 20)).toBeLessThanOrEqual(1);
});

test("a division that is stopped still gives every unit a part, in one piece", () => {
  const graph = randomGraph({ columns: 12, rows: 9, closedShare: 0, heaviest: 30, seed: 3 });
  for (const tries of [1, 3]) {
    const shown: number[][] = [];
    const onProgress = (share: number, best: () => Int32Array) => {
      shown.push([share, measurePartition(graph, best(), 5).disconnected]);
      return shown.length < 2;
    };
    const assignment = partition(graph, { parts: 5, seed: 1, tries, onProgress });
    expect(new Set(assignment)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(measurePartition(graph, assignment, 5).disconnected).toBe(0);
    expect(shown).toHaveLength(2);
    for (const [share, disconnected] of shown) {
      expect(share).toBeLessThan(1);
      expect(disconnected).toBe(0);
    }
  }
});
