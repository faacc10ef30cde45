import type { BuildingKind } from "../../model/buildings.ts";
import type { ContextKind } from "../../model/context.ts";
import { seeded, type Random } from "../kit/random.ts";
import { edgesOf, isInside, isNearer, type Line, type Ring, sidesOf, type Spot } from "./plane.ts";

/** A drawing in progress, in metres. Everything placed on it is checked against what stands already. */
export interface Site {
  random: Random;
  /** Anticlockwise. */
  boundary: Ring;
  streets: Street[];
  /** Parks, ponds, squares and yards of schools: nothing is built there. */
  reserved: Ring[];
  compounds: CompoundSketch[];
  buildings: BuildingSketch[];
  context: ContextSketch[];
}

export type StreetKind = keyof typeof WIDTH_METERS;

/** Width of the ground that a line takes, kerb to kerb. */
export const WIDTH_METERS = {
  "main-road": 22,
  road: 11,
  lane: 5,
  path: 2.5,
  railway: 10,
  river: 16,
} as const satisfies Partial<Record<ContextKind, number>>;

interface Street {
  kind: StreetKind;
  name: string | null;
  line: Line;
}

interface CompoundSketch {
  name: string;
  ring: Ring;
}

export interface ContextSketch {
  kind: ContextKind;
  name: string | null;
  shape: { point: Spot } | { line: Line } | { ring: Ring };
}

export interface BuildingSketch {
  name: string;
  kind: BuildingKind;
  /** Name of its compound; null where it stands in none. */
  compound: string | null;
  /** The part of the community that is divided into grids as one. */
  zone: string;
  address: string | null;
  storeys: number;
  ring: Ring;
  holes: readonly Ring[];
  /** 0 for what has no numbered entrances: courtyards, schools, parking. */
  entrances: number;
  homesPerFloor: number;
  groundFloor: "homes" | "shops" | "open";
  /** Too big for one micro-grid: its entrances are assigned, not the building. */
  isBroken: boolean;
}

export const PUBLIC_BUILDING = {
  kind: "public",
  compound: null,
  address: null,
  storeys: 3,
  holes: [],
  entrances: 0,
  homesPerFloor: 0,
  groundFloor: "open",
  isBroken: false,
} as const satisfies Partial<BuildingSketch>;

/** What is told apart by one name in a community: compound and number together. */
export const keyOf = (building: BuildingSketch) => `${building.compound ?? ""}${building.name}`;

export function newSite(slug: string, boundary: Ring): Site {
  const random = seeded(`${slug}/ground`);
  return { random, boundary, streets: [], reserved: [], compounds: [], buildings: [], context: [] };
}

/** Whether a ring stands inside the boundary and so far from buildings, streets and reserved ground. */
export function isClear(site: Site, ring: Ring, gapMeters = 4, kerbMeters = 2): boolean {
  const sides = sidesOf(ring);
  const isOff = (other: Ring, meters: number) =>
    !isNearer(sides, sidesOf(other), meters) && !isInside(ring[0]!, other);
  // What refuses most comes first.
  return (
    site.buildings.every((other) => isOff(other.ring, gapMeters)) &&
    site.streets.every(
      ({ kind, line }) => !isNearer(sides, edgesOf(line), WIDTH_METERS[kind] / 2 + kerbMeters),
    ) &&
    site.reserved.every((other) => isOff(other, 2)) &&
    isInside(ring[0]!, site.boundary) &&
    !isNearer(sides, sidesOf(site.boundary), 2)
  );
}

export function addStreet(site: Site, kind: StreetKind, name: string | null, line: Line): void {
  site.streets.push({ kind, name, line });
  site.context.push({ kind, name, shape: { line } });
}

/** A park, pond or square that keeps buildings off. */
export function addGround(
  site: Site,
  kind: "green" | "water" | "square",
  name: string | null,
  ring: Ring,
): void {
  site.reserved.push(ring);
  site.context.push({ kind, name, shape: { ring } });
}
