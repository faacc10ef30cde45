import { densified, withGaps } from "./lines.ts";
import { distance, edgesOf, isInside, isNearer, sidesOf } from "./plane.ts";
import type { Line, Ring, Spot } from "./plane.ts";
import { addStreet, type Site, WIDTH_METERS } from "./site.ts";

const GATE_RADIUS_METERS = 4.5;

/** A named estate: its ring, and inside it the lanes that keep its buildings apart. */
export function addCompound(site: Site, name: string, ring: Ring, lanes: readonly Line[] = []) {
  site.compounds.push({ name, ring });
  lanes.forEach((line) => addStreet(site, "lane", null, line));
}

/** A wall along a ring, open at its gates, at the streets that cross it and at what is built into it. */
export function addWall(site: Site, ring: Ring, gates: readonly { name: string; near: Spot }[]) {
  const closed = [...ring, ring[0]!];
  const dense = densified(closed, 1);
  const openings = gates.map(({ name, near }) => {
    const at = dense.reduce((a, b) => (distance(b, near) < distance(a, near) ? b : a));
    site.context.push({ kind: "gate", name, shape: { point: at } });
    return { at, radius: GATE_RADIUS_METERS };
  });
  for (const piece of withGaps(closed, [...openings, ...crossings(site, dense)])) {
    site.context.push({ kind: "wall", name: null, shape: { line: piece } });
  }
}

function crossings(site: Site, dense: Line) {
  const isTaken = (spot: Spot) => {
    const here = [[spot, spot]] as const;
    return (
      site.buildings.some(
        ({ ring }) => isNearer(here, sidesOf(ring), 1.5) || isInside(spot, ring),
      ) ||
      site.streets.some(({ kind, line }) => isNearer(here, edgesOf(line), WIDTH_METERS[kind] / 2))
    );
  };
  return dense.filter(isTaken).map((at) => ({ at, radius: 0.5 }));
}
