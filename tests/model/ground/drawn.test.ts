import type { MultiPolygon, Polygon, Position } from "geojson";
import { expect, test } from "vitest";
import { signedArea } from "#data/model/geometry/plane.ts";
import { compoundProposal } from "#data/model/ground/compoundProposal.ts";
import { checkArea, checkFootprint } from "#data/model/ground/footprint.ts";
import { shiftBetween, shifted } from "#data/model/ground/movement.ts";

const ring = (west: number, south: number, size = 0.001): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const square = (west: number, south: number, size?: number): Polygon => ({
  type: "Polygon",
  coordinates: [ring(west, south, size)],
});
const boundary: MultiPolygon = {
  type: "MultiPolygon",
  coordinates: [square(116, 40, 0.01).coordinates],
};

test("ground is kept as drawn: closed, turned the right way, beside the community too", () => {
  const clockwise: Polygon = { type: "Polygon", coordinates: [ring(116, 40).toReversed()] };
  const checked = checkFootprint(clockwise, boundary) as { geometry: Polygon };
  expect(signedArea(checked.geometry.coordinates[0]!)).toBeCloseTo(1e-6, 12);
  expect(checkFootprint(square(116.03, 40), boundary)).toHaveProperty("geometry");
});

test("ground is refused that crosses itself, is nothing, or lies far away or off the Earth", () => {
  const bow: Polygon = {
    type: "Polygon",
    coordinates: [
      [
        [116, 40],
        [116.001, 40.001],
        [116.001, 40],
        [116, 40.001],
        [116, 40],
      ],
    ],
  };
  const line = { type: "LineString", coordinates: ring(116, 40) };
  expect(checkFootprint(bow, boundary)).toEqual({ flaw: "self-crossing" });
  expect(checkFootprint(line, boundary)).toEqual({ flaw: "not-an-area" });
  expect(checkFootprint(square(117, 40), boundary)).toEqual({ flaw: "far-away" });
  expect(checkFootprint(square(190, 95), boundary)).toEqual({ flaw: "off-earth" });
  expect(checkFootprint(null, boundary)).toEqual({ flaw: "no-geometry" });
});

test("a compound is an area", () => {
  const point = { type: "Point", coordinates: [116, 40] };
  expect(checkFootprint(point, boundary)).toEqual({ geometry: point });
  expect(checkArea(point, boundary)).toEqual({ flaw: "not-an-area" });
});

test("a footprint shifted as it is is told from one drawn anew", () => {
  const before = square(116, 40);
  expect(shiftBetween(before, shifted(before, [0.0005, -0.0002]))).toEqual([
    expect.closeTo(0.0005, 9),
    expect.closeTo(-0.0002, 9),
  ]);
  expect(shiftBetween(before, square(116, 40, 0.0011))).toBeUndefined();
});

test("a redrawn compound lists who is in it and who is not, and moves nobody", () => {
  const compound = { id: "east", boundary: square(116, 40, 0.005) };
  const at = (id: string, west: number, compoundId: string | null) => ({
    ...{ id, compoundId, footprint: square(west, 40.001) },
  });
  const buildings = [
    at("in", 116.001, "east"),
    at("new", 116.002, "west"),
    at("out", 116.008, "east"),
  ];
  expect(compoundProposal(compound, buildings)).toEqual({ enter: ["new"], leave: ["out"] });
  expect(compoundProposal({ id: "east", boundary: null }, buildings)).toEqual({
    enter: [],
    leave: [],
  });
});
