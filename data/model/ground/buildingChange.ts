import type { ReadBuilding } from "../import/reading.ts";
import { isSameName, type KnownBuilding } from "./matchBuildings.ts";
import { movedMeters } from "./movement.ts";

export interface KnownFacts extends KnownBuilding {
  address: string | null;
  storeys: number | null;
  heightMeters: number | null;
}

/** What a file says otherwise than the community; what it does not say is left as it is. */
export interface BuildingChange {
  name?: string;
  address?: string;
  storeys?: number;
  heightMeters?: number;
  footprint?: ReadBuilding["geometry"];
  /** With `footprint`: between the middles. */
  movedMeters?: number;
}

/** Two per cent: a footprint that was only rounded or drawn a hand's breadth beside itself. */
const ALIKE_SHARE = 0.98;

/** Empty where the file says the same. */
export function changeBetween(
  known: KnownFacts,
  building: ReadBuilding,
  alike: number,
): BuildingChange {
  const { name, address, storeys, heightMeters, geometry } = building;
  // A point says less than the footprint that is known.
  const isKnownBetter = geometry.type === "Point" && known.footprint.type !== "Point";
  return {
    ...(name !== null && !isSameName(known, building) && { name }),
    ...(address !== null && address !== known.address && { address }),
    ...(storeys !== null && storeys !== known.storeys && { storeys }),
    ...(heightMeters !== null && heightMeters !== known.heightMeters && { heightMeters }),
    ...(alike < ALIKE_SHARE &&
      !isKnownBetter && {
        footprint: geometry,
        movedMeters: movedMeters(known.footprint, geometry),
      }),
  };
}
