import type { Duty } from "../bundle.ts";
import type { LonLat, Unit } from "../units.ts";
import type { Ledger } from "./ledger.ts";
import { centreOf } from "./positions.ts";

export interface NamedPlace {
  name: string;
  position: LonLat;
}

/** Undefined for a grid of another plan and for one without units: there is nothing to answer for. */
export function placeOfDuty(ledger: Ledger, { placeType, placeId }: Duty): NamedPlace | undefined {
  const { community } = ledger;
  switch (placeType) {
    case "community":
      return placeId === community.id ? nameAt(community, ledger.centre) : undefined;
    case "compound": {
      const units = ledger.unitsOfCompound.get(placeId);
      return nameAt(ledger.compounds.get(placeId), centreOf(units ?? []) ?? ledger.centre);
    }
    case "building":
      return nameAt(ledger.buildings.get(placeId), firstOf(ledger.unitsOfBuilding.get(placeId)));
    case "grid":
      return nameAt(ledger.grids.get(placeId), centreOf(ledger.unitsOfGrid.get(placeId) ?? []));
    case "micro-grid": {
      const units = ledger.unitsOfMicroGrid.get(placeId);
      return nameAt(ledger.microGrids.get(placeId), centreOf(units ?? []));
    }
  }
}

function nameAt(row: { name: string } | undefined, position: LonLat | undefined) {
  return row && position && { name: row.name, position };
}

function firstOf(units: Unit[] | undefined): LonLat | undefined {
  return units?.[0]?.position;
}
