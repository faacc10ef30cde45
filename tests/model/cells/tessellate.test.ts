import fc from "fast-check";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { cellsOf } from "#data/model/cells/grounds.ts";
import { tessellate, type Tessellation } from "#data/model/cells/tessellate.ts";
import { realLayout } from "./fixtures.ts";
import { at, BOUNDARIES, layouts, point, polygon, rectangle } from "./layouts.ts";
import { groundArea, isInGround, isInOrOnGround, problemsOf } from "./validity.ts";

const square = BOUNDARIES["square"]!;

function asMulti(boundary: Polygon | MultiPolygon): MultiPolygon {
  return boundary.type === "MultiPolygon"
    ? boundary
    : { type: "MultiPolygon", coordinates: [boundary.coordinates] };
}

/** Cells by unit, without the exclaves. */
function tiling(tessellation: Tessellation): Map<number, MultiPolygon> {
  const exclaves = new Set(tessellation.exclaves.map(({ unit }) => unit));
  const cells = new Map<number, MultiPolygon>();
  cellsOf(tessellation).forEach((cell, unit) => {
    if (cell && !exclaves.has(unit)) cells.set(unit, cell);
  });
  return cells;
}

function pointOf({ representativePoints }: Tessellation, unit: number): Position {
  return [representativePoints[2 * unit]!, representativePoints[2 * unit + 1]!];
}

function expectExactTiling(tessellation: Tessellation, boundary: Polygon | MultiPolygon) {
  const cells = tiling(tessellation);
  expect(cells.size).toBe(tessellation.ids.length - tessellation.exclaves.length);
  if (cells.size === 0) return;
  const total = [...cells.values()].reduce((sum, cell) => sum + groundArea(cell), 0);
  expect(Math.abs(total / groundArea(asMulti(boundary)) - 1)).toBeLessThan(1e-9);
  for (const [unit, cell] of cells) {
    expect(problemsOf(cell)).toEqual([]);
    expect(isInOrOnGround(pointOf(tessellation, unit), cell)).toBe(true);
  }
}

describe("any layout in any boundary", () => {
  test("cells fill the boundary, are valid, and hold their own representative points", () => {
    fc.assert(
      fc.property(layouts, ({ footprints, boundary }) => {
        expectExactTiling(tessellate(footprints, boundary), boundary);
      }),
      { numRuns: 150 },
    );
  });

  test("a place inside the boundary is in exactly one cell, a place outside in none", () => {
    const places = fc.array(fc.tuple(fc.double(placeRange), fc.double(placeRange)), {
      minLength: 20,
    });
    fc.assert(
      fc.property(layouts, places, ({ footprints, boundary }, candidates) => {
        const tessellation = tessellate(footprints, boundary);
        const cells = [...tiling(tessellation).values()];
        fc.pre(cells.length > 0);
        for (const place of candidates) {
          const position = at(place);
          const owners = cells.filter((cell) => isInGround(position, cell)).length;
          expect(owners).toBe(isInGround(position, asMulti(boundary)) ? 1 : 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("the same layout gives the same cells", () => {
    fc.assert(
      fc.property(layouts, ({ footprints, boundary }) => {
        expect(tessellate(footprints, boundary)).toEqual(tessellate(footprints, boundary));
      }),
      { numRuns: 20 },
    );
  });
});

const placeRange = { min: -8, max: 208, noNaN: true };

describe.each(["shanghai_lujiazui", "singapore_sengkang_hdb"] as const)("%s", (name) => {
  const { footprints, boundary } = realLayout(name);
  const tessellation = tessellate(footprints, boundary);

  test("cells fill the boundary and are valid", () => {
    expectExactTiling(tessellation, boundary);
  });

  test("hardly any footprint area lies in another's cell", () => {
    const cells = tiling(tessellation);
    const overlapping = new Set(
      tessellation.problems
        .filter(({ kind }) => kind !== "touching")
        .flatMap(({ footprintId, otherId }) => [footprintId, otherId]),
    );
    let [inside, astray] = [0, 0];
    for (const [unit, cell] of cells) {
      const { id, geometry } = footprints[unit]!;
      if (overlapping.has(id) || geometry.type !== "Polygon") continue;
      for (const position of lattice(geometry)) {
        if (!isInGround(position, asMulti(boundary))) continue;
        inside++;
        if (!isInGround(position, cell)) astray++;
      }
    }
    expect(inside).toBeGreaterThan(10_000);
    // Half a percent would pass unseen; this holds because walls are sampled by the gap to their neighbours.
    expect(astray / inside).toBeLessThan(0.0005);
  });
});

/** Places on an even lattice within a polygon, about two metres apart. */
function lattice(geometry: Polygon): Position[] {
  const ground = asMulti(geometry);
  const [outer = []] = geometry.coordinates;
  const step = 2e-5;
  const places: Position[] = [];
  const west = Math.min(...outer.map((position) => position[0]!));
  const east = Math.max(...outer.map((position) => position[0]!));
  const south = Math.min(...outer.map((position) => position[1]!));
  const north = Math.max(...outer.map((position) => position[1]!));
  for (let x = west + step / 3; x < east; x += step) {
    for (let y = south + step / 3; y < north; y += step) {
      if (isInGround([x, y], ground)) places.push([x, y]);
    }
  }
  return places;
}

describe("awkward footprints", () => {
  const kindsOf = (tessellation: Tessellation) =>
    tessellation.problems.map(({ kind, footprintId, otherId }) => [kind, footprintId, otherId]);

  test("each kind is reported and still gets ground", () => {
    const footprints = [
      { id: "house", geometry: polygon(rectangle(10, 10, 20, 10)) },
      { id: "next door", geometry: polygon(rectangle(30, 10, 20, 10)) },
      { id: "same", geometry: polygon(rectangle(10, 10, 20, 10)) },
      { id: "hall", geometry: polygon(rectangle(100, 100, 40, 40)) },
      { id: "kiosk", geometry: polygon(rectangle(110, 110, 4, 4)) },
      { id: "wing", geometry: polygon(rectangle(130, 90, 30, 30)) },
      {
        id: "bow",
        geometry: polygon([
          [20, 100],
          [40, 120],
          [40, 100],
          [20, 120],
        ]),
      },
      {
        id: "flat",
        geometry: polygon([
          [20, 160],
          [60, 160],
          [40, 160],
        ]),
      },
      { id: "address", geometry: point(170, 20) },
    ];
    const tessellation = tessellate(footprints, square);
    expectExactTiling(tessellation, square);
    expect(kindsOf(tessellation)).toEqual(
      expect.arrayContaining([
        ["touching", "house", "next door"],
        ["identical", "house", "same"],
        ["nested", "kiosk", "hall"],
        ["overlapping", "hall", "wing"],
        ["self-crossing", "bow", undefined],
        ["zero-area", "flat", undefined],
      ]),
    );
    expect(tessellation.problems.some(({ footprintId }) => footprintId === "address")).toBe(false);
  });

  test("a footprint outside the boundary is an exclave with its own footprint as ground", () => {
    const outside = polygon(rectangle(300, 50, 10, 10));
    const footprints = [
      { id: "inside", geometry: polygon(rectangle(50, 50, 10, 10)) },
      { id: "outside", geometry: outside },
    ];
    const tessellation = tessellate(footprints, square);
    const cells = cellsOf(tessellation);
    expect(tessellation.exclaves).toEqual([{ unit: 1, ground: outside, reachesIn: false }]);
    expect(tessellation.problems).toEqual([{ footprintId: "outside", kind: "outside-boundary" }]);
    expect(cells[1]).toEqual({ type: "MultiPolygon", coordinates: [outside.coordinates] });
    expect(groundArea(cells[0]!)).toBeCloseTo(groundArea(asMulti(square)), 15);
  });

  test("an exclave that reaches in keeps what is outside; the rest is its neighbours'", () => {
    const footprints = [
      { id: "inside", geometry: polygon(rectangle(50, 50, 10, 10)) },
      { id: "across", geometry: polygon(rectangle(198, 90, 20, 10)) },
    ];
    const tessellation = tessellate(footprints, square);
    const [inside, across] = cellsOf(tessellation);
    expect(tessellation.exclaves[0]!.reachesIn).toBe(true);
    expect(groundArea(inside!)).toBeCloseTo(groundArea(asMulti(square)), 15);
    expect(isInGround(at([199, 95]), across!)).toBe(false);
    expect(isInGround(at([201, 95]), across!)).toBe(true);
  });

  test("a hundred addresses at one place get a share each", () => {
    const footprints = Array.from({ length: 100 }, (_, i) => ({
      id: `${i}`,
      geometry: point(90, 90),
    }));
    expectExactTiling(tessellate(footprints, square), square);
  });

  test("no two samples stand so near that the border between them has no certain direction", () => {
    const addresses = Array.from({ length: 40 }, () => point(50, 50));
    const shapes = [
      ...addresses,
      polygon(rectangle(50.6, 40, 20, 20)),
      polygon(rectangle(52, 42, 9, 9)),
    ];
    const footprints = shapes.map((geometry, i) => ({ id: `${i}`, geometry }));
    const { samples } = tessellate(footprints, square);
    for (let i = 0; i < samples.length; i += 2) {
      for (let j = 0; j < i; j += 2) {
        const apart = Math.hypot(samples[i]! - samples[j]!, samples[i + 1]! - samples[j + 1]!);
        expect(apart).toBeGreaterThan(0.0999);
      }
    }
  });

  test("an island without buildings belongs to the nearest footprint", () => {
    const boundary = BOUNDARIES["islands"]!;
    const footprints = [
      { id: "west", geometry: polygon(rectangle(5, 100, 10, 10)) },
      { id: "east", geometry: polygon(rectangle(75, 100, 10, 10)) },
    ];
    const cells = cellsOf(tessellate(footprints, boundary));
    expect(isInGround(at([150, 40]), cells[1]!)).toBe(true);
    expect(isInGround(at([150, 140]), cells[1]!)).toBe(true);
    expect(cells[0]!.coordinates).toHaveLength(1);
  });

  test("one footprint gets the whole boundary, corner by corner, and none leaves it without an owner", () => {
    for (const boundary of Object.values(BOUNDARIES)) {
      const [only] = cellsOf(tessellate([{ id: "a", geometry: point(15, 15) }], boundary));
      if (only) expect(groundArea(only)).toBeCloseTo(groundArea(asMulti(boundary)), 15);
      expect(cellsOf(tessellate([], boundary))).toEqual([]);
    }
  });

  test("neighbours part at their common wall, exactly", () => {
    const footprints = [
      { id: "a", geometry: polygon(rectangle(20, 50, 40, 12)) },
      { id: "b", geometry: polygon(rectangle(60, 45, 30, 30)) },
    ];
    const [a, b] = cellsOf(tessellate(footprints, square));
    for (let y = 50.5; y < 62; y += 0.5) {
      expect(isInGround(at([59.95, y]), a!)).toBe(true);
      expect(isInGround(at([60.05, y]), b!)).toBe(true);
    }
  });
});
