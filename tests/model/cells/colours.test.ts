import fc from "fast-check";
import { expect, test } from "vitest";
import { neighboursOf, touchingGroups } from "#data/model/cells/adjacency.ts";
import { colourGroups } from "#data/model/cells/colours.ts";
import { tessellate } from "#data/model/cells/tessellate.ts";
import { realLayout } from "./fixtures.ts";
import { layouts } from "./layouts.ts";

function conflicts(touching: number[][], colours: number[]): number {
  return touching.flatMap((others, group) =>
    others.filter((other) => colours[other] === colours[group]),
  ).length;
}

test("groups that touch never share a colour", () => {
  fc.assert(
    fc.property(layouts, ({ footprints, boundary }) => {
      const units = footprints.map((_, unit) => unit);
      const adjacency = neighboursOf(tessellate(footprints, boundary), []);
      const touching = touchingGroups(adjacency, units, units.length);
      const colours = colourGroups(touching, 6);
      expect(conflicts(touching, colours)).toBe(0);
      expect(colours.every((colour) => colour >= 0 && colour < 6)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("every cell of a real district can be told from its neighbours, all colours in even use", () => {
  const { footprints, boundary } = realLayout("shanghai_lujiazui");
  const units = footprints.map((_, unit) => unit);
  const adjacency = neighboursOf(tessellate(footprints, boundary), []);
  const touching = touchingGroups(adjacency, units, units.length);
  const colours = colourGroups(touching, 6);
  expect(conflicts(touching, colours)).toBe(0);
  const uses = [0, 1, 2, 3, 4, 5].map((colour) => colours.filter((c) => c === colour).length);
  expect(Math.max(...uses) - Math.min(...uses)).toBeLessThan(footprints.length / 50);
});

test("a swap of two colours frees one where plain choice finds none", () => {
  // A wheel of five spokes needs four colours; choosing evenly would use them up on the rim.
  const rim = [0, 1, 2, 3, 4].map((i) => [(i + 4) % 5, (i + 1) % 5, 5]);
  const touching = [...rim, [0, 1, 2, 3, 4]];
  expect(conflicts(touching, colourGroups(touching, 4))).toBe(0);
});

test("where colours cannot be enough, the fewest neighbours share one", () => {
  const touching = Array.from({ length: 7 }, (_, i) =>
    Array.from({ length: 7 }, (_, j) => j).filter((j) => j !== i),
  );
  expect(conflicts(touching, colourGroups(touching, 6))).toBe(2);
});

test("colours are the same every time, and none are needed for no groups", () => {
  const touching = [[1, 2], [0], [0], []];
  expect(colourGroups(touching, 6)).toEqual(colourGroups(touching, 6));
  expect(colourGroups([], 6)).toEqual([]);
});
