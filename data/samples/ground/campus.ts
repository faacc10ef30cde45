import { addWall } from "./compounds.ts";
import type { Ring, Spot } from "./plane.ts";
import { cornered, oval, rectangle } from "./shapes.ts";
import { addGround, isClear, PUBLIC_BUILDING, type Site } from "./site.ts";

/** A school: a teaching block about a corner, a hall, and a running track inside its wall. */
export interface School {
  name: string;
  zone: string;
  ring: Ring;
  address: string;
  gate: Spot;
  /** Middle of the teaching block, of the hall and of the track. */
  block: Spot;
  hall: Spot;
  track: Spot;
  trackLength?: number;
}

export function addSchool(site: Site, school: School): void {
  const { name, zone, address } = school;
  const field = rectangle({ middle: school.track, length: school.trackLength ?? 70, depth: 40 });
  addGround(site, "green", `${name}操场`, field);
  const track = oval({ middle: school.track, length: (school.trackLength ?? 70) - 12, depth: 28 });
  site.context.push({ kind: "path", name: null, shape: { line: [...track, track[0]!] } });
  addPublic(
    site,
    `${name}教学楼`,
    zone,
    address,
    4,
    cornered({ middle: school.block, length: 48, depth: 13 }, 26),
  );
  addPublic(
    site,
    `${name}综合楼`,
    zone,
    address,
    3,
    rectangle({ middle: school.hall, length: 30, depth: 15 }),
  );
  addWall(site, school.ring, [{ name: `${name}校门`, near: school.gate }]);
}

/** A building nobody lives in. */
export function addPublic(
  site: Site,
  name: string,
  zone: string,
  address: string,
  storeys: number,
  ring: Ring,
  kind: "public" | "shop" | "parking" | "other" = "public",
): void {
  if (!isClear(site, ring)) throw new Error(`${name} stands in the way`);
  site.buildings.push({ ...PUBLIC_BUILDING, name, zone, address, storeys, ring, kind });
}
