import {
  apart,
  between,
  distance,
  edgesOf,
  type Line,
  type Ring,
  sidesOf,
  type Spot,
} from "./plane.ts";

/** A smooth line through the spots (Catmull-Rom, five steps a span). */
export function curve(through: Line): Spot[] {
  const at = (i: number) => through[Math.min(through.length - 1, Math.max(0, i))]!;
  const smooth = edgesOf(through).flatMap((_, i) =>
    [0, 0.2, 0.4, 0.6, 0.8].map((t) => spline(at(i - 1), at(i), at(i + 1), at(i + 2), t)),
  );
  return [...smooth, at(through.length - 1)];
}

function spline(a: Spot, b: Spot, c: Spot, d: Spot, t: number): Spot {
  const of = (k: 0 | 1) =>
    b[k] +
    0.5 *
      t *
      (c[k] -
        a[k] +
        t * (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k] + t * (3 * (b[k] - c[k]) + d[k] - a[k])));
  return [of(0), of(1)];
}

/** The line run on by so many metres at each end: streets do not stop at a community's boundary. */
export function prolonged(line: Line, meters: number): Spot[] {
  const [first, second] = [line[0]!, line[1]!];
  const [last, former] = [line.at(-1)!, line.at(-2)!];
  return [
    between(first, second, -meters / distance(first, second)),
    ...line,
    between(last, former, -meters / distance(last, former)),
  ];
}

/**
 * A ring moved inwards by so many metres (anticlockwise ring, mitred corners).
 * Corners that come too near the old ring are loops about a sharp bend: they are left out.
 */
export function inset(ring: Ring, meters: number): Spot[] {
  const sides = sidesOf(ring);
  const lines = sides.map(([a, b]) => moved(a, b, meters));
  return lines
    .map((line, i) => meeting(lines.at(i - 1)!, line))
    .filter((corner) => apart([[corner, corner]], sides) > meters - 0.01);
}

function moved(a: Spot, b: Spot, meters: number): readonly [Spot, Spot] {
  const length = distance(a, b);
  const [dx, dy] = [(-(b[1] - a[1]) * meters) / length, ((b[0] - a[0]) * meters) / length];
  return [
    [a[0] + dx, a[1] + dy],
    [b[0] + dx, b[1] + dy],
  ];
}

function meeting([a, b]: readonly [Spot, Spot], [c, d]: readonly [Spot, Spot]): Spot {
  const turn = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  // Sides that run on almost straight have no stable crossing: their shared corner is it.
  if (Math.abs(turn) < 1e-6 * distance(a, b) * distance(c, d)) return c;
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / turn;
  return between(a, b, along);
}

/** The pieces of a line that lie farther than their radius from every gap's centre. */
export function withGaps(line: Line, gaps: readonly { at: Spot; radius: number }[]): Spot[][] {
  const pieces: Spot[][] = [[]];
  for (const spot of densified(line, 1)) {
    if (gaps.every(({ at, radius }) => distance(spot, at) > radius)) pieces.at(-1)!.push(spot);
    else if (pieces.at(-1)!.length > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1).map(simplified);
}

/** The line with a spot at least every so many metres. */
export function densified(line: Line, meters: number): Spot[] {
  const dense = edgesOf(line).flatMap(([a, b]) => {
    const steps = Math.max(1, Math.ceil(distance(a, b) / meters));
    return Array.from({ length: steps }, (_, i) => between(a, b, i / steps));
  });
  return [...dense, line.at(-1)!];
}

/** Without the spots that lie on the straight between their neighbours. */
function simplified(line: Line): Spot[] {
  return line.filter((spot, i) => {
    const [before, after] = [line[i - 1], line[i + 1]];
    if (!before || !after) return true;
    const detour = distance(before, spot) + distance(spot, after) - distance(before, after);
    return detour > 1e-6;
  });
}
