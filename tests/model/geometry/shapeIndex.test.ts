import type { Point, Polygon } from "geojson";
import { expect, test } from "vitest";
import { planeAt, unproject } from "#data/model/geometry/plane.ts";
import { ShapeIndex } from "#data/model/geometry/shapeIndex.ts";

const plane = planeAt([116.3, 39.9]);
const place = (x: number, y: number) => unproject(plane, x, y);

function square(x: number, y: number, side: number): Polygon {
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  return { type: "Polygon", coordinates: [ring.map(([x = 0, y = 0]) => place(x, y))] };
}
const point: Point = { type: "Point", coordinates: place(200, 0) };
const shapes = new ShapeIndex([square(0, 0, 20), square(60, 0, 20), point], plane);

test("a place is in the shape that holds it, and near the one whose edge or point is nearest", () => {
  expect(shapes.containing(place(10, 10))).toBe(0);
  expect(shapes.containing(place(75, 5))).toBe(1);
  expect(shapes.containing(place(40, 10))).toBeUndefined();
  expect(shapes.nearest(place(33, 10), 30)).toBe(0);
  expect(shapes.nearest(place(47, 10), 30)).toBe(1);
  expect(shapes.nearest(place(190, 0), 15)).toBe(2);
  expect(shapes.nearest(place(120, 0), 30)).toBeUndefined();
  // Off a corner by 30 m both ways is 42 m, though the boxes are within 30.
  expect(shapes.nearest(place(-30, -30), 30.1)).toBeUndefined();
});

test("of no shapes none is near", () => {
  const none = new ShapeIndex([], plane);
  expect(none.containing(place(0, 0))).toBeUndefined();
  expect(none.nearest(place(0, 0), 1000)).toBeUndefined();
});
