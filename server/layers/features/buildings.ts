import { STOREY_METERS } from "#data/model/buildings.ts";
import type { Building } from "#data/model/bundle.ts";
import { cellsOf } from "#data/model/cells/grounds.ts";
import { coverageToday } from "../../resident/coverage.ts";
import type { OpenCommunity } from "../../access/openCommunity.ts";
import type { Resident } from "../../resident/resident.ts";
import { feature, type LayerFeature } from "./feature.ts";
import { gridColours } from "./groups.ts";

/** What the map says of a unit at a glance. */
type CoverageState = "covered" | "uncovered" | "doubled";

export function buildingFeatures({ resident, sight }: OpenCommunity): LayerFeature[] {
  const states = coverageStates(resident);
  const colours = gridColours(resident);
  return resident.bundle.buildings.map((building) => {
    const units = resident.unitsOfBuilding(building.id);
    const { households, partyMembers, load } = sight.figures(units);
    const microGridId = shared(units.map(({ id }) => resident.microGridOf.get(id)));
    const gridId = shared(units.map(({ id }) => resident.gridOfUnit(id)));
    const { id, name, kind, address, storeys, compoundId } = building;
    return feature(id, building.footprint, {
      name,
      kind,
      address,
      storeys,
      height: heightOf(building),
      compoundId,
      households,
      partyMembers,
      load,
      gridId,
      microGridId,
      colour: gridId ? colours.get(gridId) : null,
      coverage: worst(units.map((unit) => states.get(unit.id) ?? "covered")),
    });
  });
}

export function cellFeatures({ resident, sight }: OpenCommunity): LayerFeature[] {
  const states = coverageStates(resident);
  const cells = cellsOf(resident.tessellation);
  return resident.units.flatMap((unit, index) => {
    const cell = cells[index];
    if (!cell) return [];
    const { households, load } = sight.figures([unit]);
    return [
      feature(unit.id, cell, {
        name: unit.name,
        buildingId: unit.buildingId,
        households,
        load,
        gridId: resident.gridOfUnit(unit.id) ?? null,
        microGridId: resident.microGridOf.get(unit.id) ?? null,
        coverage: states.get(unit.id) ?? "covered",
      }),
    ];
  });
}

/** Only units that are not covered exactly once. */
function coverageStates(resident: Resident): Map<string, CoverageState> {
  return new Map(
    coverageToday(resident).findings.flatMap((finding): [string, CoverageState][] => {
      if (finding.kind === "unit-uncovered") return [[finding.unitId, "uncovered"]];
      if (finding.kind === "unit-doubled") return [[finding.unitId, "doubled"]];
      return [];
    }),
  );
}

function worst(states: CoverageState[]): CoverageState {
  if (states.includes("uncovered")) return "uncovered";
  return states.includes("doubled") ? "doubled" : "covered";
}

/** The one value of all, or null where a broken building is shared out. */
function shared(ids: (string | undefined)[]): string | null {
  const [first, ...rest] = ids;
  return first && rest.every((id) => id === first) ? first : null;
}

function heightOf({ heightMeters, storeys, kind }: Building): number {
  return heightMeters ?? (storeys ?? (kind === "courtyard" ? 1 : 3)) * STOREY_METERS;
}
