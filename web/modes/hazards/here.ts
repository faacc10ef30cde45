import type { HazardLine } from "#data/model/answers/hazardLines.ts";
import type { Bounds, Named } from "#data/model/answers/responsibility.ts";

/** Longer nobody waits for a list. */
const PATIENCE_MS = 4_000;

/**
 * Where this device is. @returns null where it does not say, or is nowhere near: whoever plans a walk at
 * a desk in town does not walk from there.
 */
export function positionHere(bounds: Bounds | undefined): Promise<[number, number] | null> {
  return new Promise((resolve) => {
    if (!("geolocation" in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => {
        const position: [number, number] = [longitude, latitude];
        resolve(bounds && isNear(position, bounds) ? position : null);
      },
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });
}

/** Of a degree, about a kilometre. */
const NEAR = 0.01;

function isNear([longitude, latitude]: [number, number], bounds: Bounds): boolean {
  const [west, south, east, north] = bounds;
  const isBetween = longitude > west - NEAR && longitude < east + NEAR;
  return isBetween && latitude > south - NEAR && latitude < north + NEAR;
}

/** The grids that the hazards lie in, by name. */
export function gridsOf(rows: readonly HazardLine[]): Named[] {
  const grids = new Map<string, Named>();
  for (const { grid } of rows) if (grid) grids.set(grid.id, grid);
  return [...grids.values()].sort((a, b) =>
    a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
}
