/** Square of the distance from a point to a line segment; all in one unit of length. */
export function squaredDistanceToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const t = placeOnSegment(x, y, ax, ay, bx, by);
  const dx = ax + t * (bx - ax) - x;
  const dy = ay + t * (by - ay) - y;
  return dx * dx + dy * dy;
}

/** Where on a segment the nearest place to a point is: 0 at its start, 1 at its end. */
export function placeOnSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const t = ((x - ax) * dx + (y - ay) * dy) / squared;
  return t <= 0 ? 0 : t >= 1 ? 1 : t;
}
