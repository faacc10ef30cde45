/**
 * Direction of the long side of the smallest rectangle around points, as a unit vector: it has a side along an edge of
 * the convex hull (Freeman and Shapira, 1975). Points eastwards, or northwards where it is nearer to north than east.
 */
export function longAxisOf(points: readonly (readonly [number, number])[]): [number, number] {
  const hull = convexHull(points);
  let axis: [number, number] = [1, 0];
  let smallest = Infinity;
  hull.forEach(([bx, by], i) => {
    const [ax, ay] = hull[(i + hull.length - 1) % hull.length]!;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) return;
    const [ex, ey] = [(bx - ax) / length, (by - ay) / length];
    const along = extent(hull, ex, ey);
    const across = extent(hull, -ey, ex);
    if (along * across >= smallest * (1 - 1e-9)) return;
    smallest = along * across;
    axis = along >= across ? [ex, ey] : [-ey, ex];
  });
  const [x, y] = axis;
  const isForward = Math.abs(x) >= Math.abs(y) ? x > 0 : y > 0;
  return isForward ? axis : [-x, -y];
}

function extent(points: readonly (readonly [number, number])[], ex: number, ey: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const [x, y] of points) {
    low = Math.min(low, x * ex + y * ey);
    high = Math.max(high, x * ex + y * ey);
  }
  return high - low;
}

/** Andrew's monotone chain. */
function convexHull(points: readonly (readonly [number, number])[]) {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (ordered: readonly (readonly [number, number])[]) => {
    const chain: (readonly [number, number])[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2)!, chain.at(-1)!, point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turnsLeft(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number],
): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}
