import type { Exclave, Footprint } from "./tessellation.ts";

/** The grounds of footprints outside the boundary: the footprints themselves. */
export function exclavesOf(footprints: readonly Footprint[], units: readonly number[]): Exclave[] {
  const takesPart = new Set(units);
  const exclaves: Exclave[] = [];
  footprints.forEach(({ geometry }, unit) => {
    if (takesPart.has(unit)) return;
    exclaves.push({ unit, ground: geometry.type === "Point" ? null : geometry });
  });
  return exclaves;
}
