import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { area, featureCollection, intersect, multiPolygon, union } from "@turf/turf";
import { cellsOf, groundsOf } from "#data/model/cells/grounds.ts";
import { tessellate, type Tessellation } from "#data/model/cells/tessellate.ts";
import { COORDINATE_DECIMALS } from "#data/model/layers.ts";
import { roundGeometry } from "#data/model/geometry/round.ts";
import { realLayout } from "./fixtures.ts";
import { at, BOUNDARIES, layouts, point, polygon, rectangle } from "./layouts.ts";
import { groundArea, isInGround, problemsOf } from "./validity.ts";

/** Without exclaves, whose footprints may lie anywhere. */
function inland(tessellation: Tessellation): Tessellation {
  return { ...tessellation, exclaves: [] };
}

describe("unions of cells", () => {
  test("are valid and as large as their cells together, however units are grouped", () => {
    fc.assert(
      fc.property(layouts, fc.infiniteStream(fc.integer({ min: -1, max: 2 })), (layout, stream) => {
        const tessellation = inland(tessellate(layout.footprints, layout.boundary));
        const groups = [...stream.take(layout.footprints.length)];
        const cells = cellsOf(tessellation);
        groundsOf(tessellation, groups, 3).forEach((ground, group) => {
          const parts = cells.filter((cell, unit) => cell && groups[unit] === group);
          const total = parts.reduce((sum, cell) => sum + groundArea(cell!), 0);
          expect(ground ? groundArea(ground) : 0).toBeCloseTo(total, 16);
          if (ground) expect(problemsOf(ground)).toEqual([]);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("agree with a general polygon overlay", () => {
    fc.assert(
      fc.property(layouts, ({ footprints, boundary }) => {
        const tessellation = inland(tessellate(footprints, boundary));
        const groups = footprints.map((_, unit) => unit % 2);
        const [even, odd] = groundsOf(tessellation, groups, 2);
        fc.pre(even !== null && odd !== null);
        const [a, b] = [multiPolygon(even!.coordinates), multiPolygon(odd!.coordinates)];
        const common = intersect(featureCollection([a, b]));
        expect(common ? area(common) : 0).toBeLessThan(1e-3);
        expect(area(union(featureCollection([a, b]))!) / area(boundary)).toBeCloseTo(1, 5);
      }),
      { numRuns: 25 },
    );
  });

  test("of real footprints are valid, and stay so at the seven decimals of a file", () => {
    const { footprints, boundary } = realLayout("shanghai_lujiazui");
    const tessellation = inland(tessellate(footprints, boundary));
    const groups = footprints.map((_, unit) => Math.floor(unit / 9));
    const grounds = groundsOf(tessellation, groups, Math.ceil(footprints.length / 9));
    for (const ground of grounds) {
      if (!ground) continue;
      expect(problemsOf(ground)).toEqual([]);
      const rounded = roundGeometry(ground, COORDINATE_DECIMALS)!;
      expect(problemsOf(rounded)).toEqual([]);
      expect(groundArea(rounded) / groundArea(ground)).toBeCloseTo(1, 3);
    }
  });

  test("have a hole where another group is enclosed", () => {
    const footprints = [
      { id: "middle", geometry: polygon(rectangle(95, 95, 10, 10)) },
      ...[
        [30, 30],
        [100, 30],
        [170, 30],
        [30, 100],
        [170, 100],
        [30, 170],
        [100, 170],
        [170, 170],
      ].map(([x, y], i) => ({ id: `${i}`, geometry: point(x!, y!) })),
    ];
    const tessellation = tessellate(footprints, BOUNDARIES["square"]!);
    const [inner, around] = groundsOf(tessellation, [0, 1, 1, 1, 1, 1, 1, 1, 1], 2);
    expect(around!.coordinates.map((rings) => rings.length)).toEqual([2]);
    expect(inner!.coordinates.map((rings) => rings.length)).toEqual([1]);
    expect(isInGround(at([100, 100]), around!)).toBe(false);
  });

  test("that meet at a point only are two polygons, not a figure of eight", () => {
    const corners = [point(50, 50), point(150, 50), point(50, 150), point(150, 150)];
    const footprints = corners.map((geometry, i) => ({ id: `${i}`, geometry }));
    const tessellation = tessellate(footprints, BOUNDARIES["square"]!);
    const [diagonal] = groundsOf(tessellation, [0, 1, 1, 0], 2);
    expect(diagonal!.coordinates).toHaveLength(2);
    expect(problemsOf(diagonal!)).toEqual([]);
  });

  test("leave out units without a group and groups without units", () => {
    const footprints = [point(50, 50), point(150, 50)].map((geometry, i) => ({
      id: `${i}`,
      geometry,
    }));
    const tessellation = tessellate(footprints, BOUNDARIES["square"]!);
    const [first, second] = groundsOf(tessellation, [-1, 0], 2);
    expect(groundArea(first!)).toBeCloseTo(groundArea(cellsOf(tessellation)[1]!), 16);
    expect(second).toBeNull();
  });

  test("take the exclaves of their group along", () => {
    const exclave = polygon(rectangle(400, 0, 10, 10));
    const footprints = [
      { id: "a", geometry: point(50, 50) },
      { id: "b", geometry: exclave },
    ];
    const tessellation = tessellate(footprints, BOUNDARIES["square"]!);
    const [ground] = groundsOf(tessellation, [0, 0], 1);
    expect(ground!.coordinates).toHaveLength(2);
    expect(ground!.coordinates[1]).toEqual(exclave.coordinates);
  });

  test("are one with exclaves at the boundary, and exclaves with each other, where they stand wall to wall", () => {
    const footprints = [
      { id: "inside", geometry: point(50, 50) },
      { id: "across", geometry: polygon(rectangle(198, 90, 20, 10)) },
      { id: "away", geometry: polygon(rectangle(300, 90, 20, 10)) },
      { id: "next to it", geometry: polygon(rectangle(320, 90, 20, 10)) },
    ];
    const tessellation = tessellate(footprints, BOUNDARIES["square"]!);
    const [ground] = groundsOf(tessellation, [0, 0, 0, 0], 1);
    expect(problemsOf(ground!)).toEqual([]);
    expect(ground!.coordinates).toHaveLength(2);
  });
});
