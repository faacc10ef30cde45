import fc from "fast-check";
import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import type { Footprint } from "#data/model/cells/tessellate.ts";
import { planeAt, unproject } from "#data/model/geometry/plane.ts";

type Place = readonly [number, number];

/** Layouts are written in metres about this place. */
export const PLANE = planeAt([116.4, 39.9]);

export interface Layout {
  footprints: Footprint[];
  boundary: Polygon | MultiPolygon;
}

export function at([x, y]: Place): Position {
  return unproject(PLANE, x, y);
}

export function polygon(...rings: Place[][]): Polygon {
  return {
    type: "Polygon",
    coordinates: rings.map((ring) => [...ring, ring[0]!].map(at)),
  };
}

export function point(x: number, y: number): Point {
  return { type: "Point", coordinates: at([x, y]) };
}

export function rectangle(x: number, y: number, width: number, depth: number): Place[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

const SQUARE = rectangle(0, 0, 200, 200);
const COURT = rectangle(60, 60, 50, 40).reverse();
/** Boundaries with what boundaries have: notches on whole metres, holes, holes at the edge, islands. */
export const BOUNDARIES: Record<string, Polygon | MultiPolygon> = {
  square: polygon(SQUARE),
  hole: polygon(SQUARE, COURT),
  notched: polygon([
    [0, 0],
    [200, 0],
    [200, 200],
    [120, 200],
    [120, 60],
    [80, 60],
    [80, 140],
    [0, 200],
  ]),
  "hole at the edge": polygon(SQUARE, [
    [200, 100],
    [150, 80],
    [150, 120],
  ]),
  islands: {
    type: "MultiPolygon",
    coordinates: [
      polygon(rectangle(0, 0, 90, 200), rectangle(30, 30, 20, 20).reverse()).coordinates,
      polygon(rectangle(120, 10, 60, 60)).coordinates,
      polygon([
        [120, 120],
        [190, 110],
        [150, 180],
      ]).coordinates,
    ],
  },
  star: polygon(
    Array.from({ length: 24 }, (_, i): Place => {
      const [radius, angle] = [i % 2 === 0 ? 110 : 60, (i * Math.PI) / 12];
      return [100 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)];
    }),
  ),
};

/** Whole metres, so that walls, corners and borders coincide as often as they can. */
const place = fc.tuple(fc.integer({ min: -10, max: 205 }), fc.integer({ min: -10, max: 205 }));
const size = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));

const shape: fc.Arbitrary<Footprint["geometry"]> = fc
  .tuple(
    fc.constantFrom("rectangle", "turned", "L", "tower", "court", "point", "bow", "flat", "pair"),
    place,
    size,
    fc.integer({ min: 0, max: 7 }),
  )
  .map(([kind, [x, y], [width, depth], turn]) => {
    const turned = (ring: Place[]) =>
      ring.map(([px, py]): Place => {
        const angle = (turn * Math.PI) / 16;
        const [dx, dy] = [px - x, py - y];
        return [
          x + dx * Math.cos(angle) - dy * Math.sin(angle),
          y + dx * Math.sin(angle) + dy * Math.cos(angle),
        ];
      });
    switch (kind) {
      case "turned":
        return polygon(turned(rectangle(x, y, width, depth)));
      case "L":
        return polygon([
          [x, y],
          [x + 2 * width, y],
          [x + 2 * width, y + depth],
          [x + width, y + depth],
          [x + width, y + 2 * depth],
          [x, y + 2 * depth],
        ]);
      case "tower":
        return polygon(
          Array.from({ length: 16 }, (_, i): Place => {
            const angle = (i * Math.PI) / 8;
            return [x + (width / 3) * Math.cos(angle), y + (width / 3) * Math.sin(angle)];
          }),
        );
      case "court":
        return polygon(
          rectangle(x, y, width + 8, depth + 8),
          rectangle(x + 4, y + 4, width, depth).reverse(),
        );
      case "point":
        return point(x, y);
      case "bow":
        return polygon([
          [x, y],
          [x + width, y + depth],
          [x + width, y],
          [x, y + depth],
        ]);
      case "flat":
        return polygon([
          [x, y],
          [x + width, y],
          [x + width / 2, y],
        ]);
      case "pair":
        return {
          type: "MultiPolygon",
          coordinates: [
            polygon(rectangle(x, y, width, depth)).coordinates,
            polygon(rectangle(x + width + 3, y, width, depth)).coordinates,
          ],
        };
      default:
        return polygon(rectangle(x, y, width, depth));
    }
  });

/** A few footprints in any position, some of them twice, within any of the boundaries. */
export const layouts: fc.Arbitrary<Layout> = fc
  .record({
    shapes: fc.array(shape, { minLength: 1, maxLength: 24 }),
    repeats: fc.integer({ min: 0, max: 3 }),
    boundary: fc.constantFrom(...Object.values(BOUNDARIES)),
  })
  .map(({ shapes, repeats, boundary }) => ({
    footprints: [...shapes, ...shapes.slice(0, repeats)].map((geometry, i) => ({
      id: `f${i}`,
      geometry,
    })),
    boundary,
  }));
