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
/** Lines are asked for again and again while a site fills up, and never change: their parts are kept. */
export const edgesOf = kept((line: Line): Edge[] => line.slice(1).map((s, i) => [line[i]!, s]));
export const sidesOf = kept((ring: Ring): Edge[] =>
  ring.map((spot, i) => [spot, ring[(i + 1) % ring.length]!]),
);

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
  let inside = false;
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i, i += 1) {
    const [a, b] = [ring[i]!, ring[before]!];
    const spans = a[1] > y !== b[1] > y;
    if (spans && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
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

/** Whether two sets of edges come nearer than so many metres; what is far off is passed over by extent. */
export function isNearer(first: readonly Edge[], second: readonly Edge[], meters: number): boolean {
  const box = boxOf(first);
  if (!areMeeting(box, boxOf(second), meters)) return false;
  for (const edge of second) {
    if (areMeeting(box, boxOfEdge(edge), meters) && apart(first, [edge]) < meters) return true;
  }
  return false;
}

/** West, south, east, north. */
type Box = readonly [number, number, number, number];

const boxOfEdge = kept(([a, b]: Edge): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
]);

const boxOf = kept((edges: readonly Edge[]): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [[x, y], [u, v]] of edges) {
    west = Math.min(west, x, u);
    south = Math.min(south, y, v);
    east = Math.max(east, x, u);
    north = Math.max(north, y, v);
  }
  return [west, south, east, north];
});

function areMeeting(a: Box, b: Box, meters: number): boolean {
  return (
    a[0] - meters <= b[2] && b[0] <= a[2] + meters && a[1] - meters <= b[3] && b[1] <= a[3] + meters
  );
}

function kept<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const values = new WeakMap<Key, Value>();
  return (key) => {
    const found = values.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}

function toEdge(spot: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = (spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, along / length));
  return Math.hypot(a[0] + dx * share - spot[0], a[1] + dy * share - spot[1]);
}

function isCrossing(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  return turnAt(a, b, c) > 0 !== turnAt(a, b, d) > 0 && turnAt(c, d, a) > 0 !== turnAt(c, d, b) > 0;
}

/** Positive where the way from a over b to c bends to the left. */
function turnAt(a: Spot, b: Spot, c: Spot): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** The convex hull, anticlockwise (Andrew's monotone chain). */
export function hullOf(spots: readonly Spot[]): Ring {
  const sorted = [...spots].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (line: readonly Spot[]) => {
    const chain: Spot[] = [];
    for (const spot of line) {
      while (chain.length > 1 && turnAt(chain.at(-2)!, chain.at(-1)!, spot) <= 0) chain.pop();
      chain.push(spot);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
