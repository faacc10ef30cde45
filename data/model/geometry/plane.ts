import type { MultiPolygon, Point, Polygon, Position } from "geojson";

/**
 * A local plane in metres, x east and y north, about an origin in WGS 84. Equirectangular, so the map to it is affine:
 * straight lines in degrees stay straight. Good to 1 in 1,000 within some 20 km of its origin. A plain value.
 */
export interface Plane {
  longitude: number;
  latitude: number;
  metersPerDegreeEast: number;
  metersPerDegreeNorth: number;
}

/** Length of a degree on the WGS 84 ellipsoid, by the usual series in the latitude. */
export function planeAt([longitude = 0, latitude = 0]: Position): Plane {
  const angle = (latitude * Math.PI) / 180;
  return {
    longitude,
    latitude,
    metersPerDegreeEast:
      111412.84 * Math.cos(angle) - 93.5 * Math.cos(3 * angle) + 0.118 * Math.cos(5 * angle),
    metersPerDegreeNorth: 111132.92 - 559.82 * Math.cos(2 * angle) + 1.175 * Math.cos(4 * angle),
  };
}

/** The plane about the middle of a geometry's box. */
export function planeOf(geometry: Point | Polygon | MultiPolygon): Plane {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of positionsOf(geometry)) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west > east ? planeAt([0, 0]) : planeAt([(west + east) / 2, (south + north) / 2]);
}

/** Degrees to metres. */
export function project(plane: Plane, [longitude = 0, latitude = 0]: Position): [number, number] {
  return [
    (longitude - plane.longitude) * plane.metersPerDegreeEast,
    (latitude - plane.latitude) * plane.metersPerDegreeNorth,
  ];
}

/** Metres to degrees. */
export function unproject(plane: Plane, x: number, y: number): [number, number] {
  return [
    plane.longitude + x / plane.metersPerDegreeEast,
    plane.latitude + y / plane.metersPerDegreeNorth,
  ];
}

/** Area in square metres; holes count off. */
export function planarArea(plane: Plane, geometry: Point | Polygon | MultiPolygon): number {
  let area = 0;
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, index) => {
      const size = Math.abs(signedArea(ring.map((position) => project(plane, position))));
      area += index === 0 ? size : -size;
    });
  }
  return area;
}

/** Length of a line in metres. */
export function planarLength(plane: Plane, line: Position[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = project(plane, line[i - 1]!);
    const [bx, by] = project(plane, line[i]!);
    length += Math.hypot(bx - ax, by - ay);
  }
  return length;
}

/** Positive for a counter-clockwise ring, open or closed, in the square of its unit. */
export function signedArea(ring: Position[]): number {
  // About the first corner: degrees are large numbers with small differences.
  const originX = ring[0]?.[0] ?? 0;
  const originY = ring[0]?.[1] ?? 0;
  let doubled = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    doubled += (a[0]! - originX) * (b[1]! - originY) - (b[0]! - originX) * (a[1]! - originY);
  }
  return doubled / 2;
}

/** The polygons of a geometry as lists of rings; none for a point. */
export function polygonsOf(geometry: Point | Polygon | MultiPolygon): Position[][][] {
  if (geometry.type === "Point") return [];
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** Every position, the closing one of each ring included. */
export function positionsOf(geometry: Point | Polygon | MultiPolygon): Position[] {
  return geometry.type === "Point" ? [geometry.coordinates] : polygonsOf(geometry).flat(2);
}
