import type { MultiPolygon, Point, Polygon, Position } from "geojson";

/**
 * Coordinates cut to so many decimals, as files and layers carry them. Rings that collapse are dropped, and with an
 * outer ring its holes; null where nothing is left.
 */
export function roundGeometry<G extends Point | Polygon | MultiPolygon>(
  geometry: G,
  decimals: number,
): G | null {
  const scale = 10 ** decimals;
  const round = (position: Position) => position.map((value) => Math.round(value * scale) / scale);
  if (geometry.type === "Point") return { ...geometry, coordinates: round(geometry.coordinates) };
  if (geometry.type === "Polygon") {
    const coordinates = roundPolygon(geometry.coordinates, round);
    return coordinates.length > 0 ? { ...geometry, coordinates } : null;
  }
  const coordinates = geometry.coordinates
    .map((rings) => roundPolygon(rings, round))
    .filter((rings) => rings.length > 0);
  return coordinates.length > 0 ? { ...geometry, coordinates } : null;
}

function roundPolygon(rings: Position[][], round: (position: Position) => Position): Position[][] {
  const [outer, ...holes] = rings.map((ring) => withoutSpikes(ring.map(round)));
  if (!outer || outer.length < 4) return [];
  return [outer, ...holes.filter((hole) => hole.length >= 4)];
}

/** Rounding can make neighbours equal and fold a narrow corner flat; both go. Closed ring in, closed ring out. */
function withoutSpikes(ring: Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of ring.slice(0, -1)) {
    kept.push(position);
    while (kept.length > 1) {
      if (isSame(kept.at(-1), kept.at(-2))) kept.pop();
      else if (kept.length > 2 && isSame(kept.at(-1), kept.at(-3))) kept.length -= 2;
      else break;
    }
  }
  let start = 0;
  while (kept.length - start > 1) {
    if (isSame(kept.at(-1), kept[start])) kept.pop();
    else if (isSame(kept.at(-1), kept[start + 1])) start++;
    else if (isSame(kept.at(-2), kept[start])) kept.pop();
    else break;
  }
  const open = kept.slice(start);
  return open.length < 3 ? [] : [...open, open[0]!];
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
