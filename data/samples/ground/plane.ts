/** A point of the drawing: metres east and north of the community's centre, before rotation. */
export type Spot = readonly [x: number, y: number];
/** A line through spots; a ring is one that is closed by its first spot, which is not repeated. */
export type Line = readonly Spot[];
export type Ring = readonly Spot[];

type Edge = readonly [Spot, Spot];

export const distance = (a: Spot, b: Spot) => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const between = (a: Spot, b: Spot, share: number): Spot => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
export const edgesOf = (line: Line): Edge[] => line.slice(1).map((spot, i) => [line[i]!, spot]);
export const sidesOf = (ring: Ring): Edge[] =>
  ring.map((s, i) => [s, ring[(i + 1) % ring.length]!]);

/** Square metres, positive where the ring runs anticlockwise (shoelace). */
export function ringArea(ring: Ring): number {
  return sidesOf(ring).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0) / 2;
}

/** The mean of the corners: inside for every convex ring. */
export function middleOf(spots: readonly Spot[]): Spot {
  const sum = spots.reduce<Spot>((s, spot) => [s[0] + spot[0], s[1] + spot[1]], [0, 0]);
  return [sum[0] / spots.length, sum[1] / spots.length];
}

/** Even-odd rule. */
export function isInside([x, y]: Spot, ring: Ring): boolean {
  return sidesOf(ring).reduce((inside, [a, b]) => {
    const spans = a[1] > y !== b[1] > y;
    return spans && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0] ? !inside : inside;
  }, false);
}

/** Turns about a spot, anticlockwise. */
export function turned([x, y]: Spot, degrees: number, [cx, cy]: Spot = [0, 0]): Spot {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}

/** Metres between two sets of edges; 0 where they cross. Does not look inside rings. */
export function apart(first: readonly Edge[], second: readonly Edge[]): number {
  let least = Infinity;
  for (const [a, b] of first) {
    for (const [c, d] of second) {
      if (isCrossing(a, b, c, d)) return 0;
      least = Math.min(least, toEdge(a, c, d), toEdge(b, c, d), toEdge(c, a, b), toEdge(d, a, b));
    }
  }
  return least;
}

/** Whether two sets of edges come nearer than so many metres; edges far off are passed over by their extent. */
export function isNearer(first: readonly Edge[], second: readonly Edge[], meters: number): boolean {
  const box = boxOf(first.flat(), meters);
  return second.some((edge) => areMeeting(box, boxOf(edge, 0)) && apart(first, [edge]) < meters);
}

/** West, south, east, north, grown by so many metres. */
function boxOf(spots: readonly Spot[], meters: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of spots) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west - meters, south - meters, east + meters, north + meters] as const;
}

function areMeeting(a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function toEdge(spot: Spot, a: Spot, b: Spot): number {
  const length = distance(a, b) ** 2;
  const along = (spot[0] - a[0]) * (b[0] - a[0]) + (spot[1] - a[1]) * (b[1] - a[1]);
  return distance(spot, between(a, b, length === 0 ? 0 : Math.min(1, Math.max(0, along / length))));
}

function isCrossing(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const side = (p: Spot, q: Spot, r: Spot) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
