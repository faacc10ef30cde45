import type { LineString } from "geojson";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { neighboursOf, partsOf } from "#data/model/cells/adjacency.ts";
import { cutByEntrances } from "#data/model/cells/entrances.ts";
import { tessellate, type Footprint } from "#data/model/cells/tessellate.ts";
import { isBarrier } from "#data/model/context.ts";
import { coverageOf } from "#data/model/coverage/coverage.ts";
import type { Finding } from "#data/model/coverage/findings.ts";
import { unitsOf } from "#data/model/units.ts";

/** What the coverage page would say of a sample, computed from its ground as the product does. */
export function findingsOf(bundle: CommunityBundle, today: string): Finding[] {
  const planId = bundle.plans[0]!.id;
  const footprints = footprintsOf(bundle, planId);
  const ground = tessellate(footprints, bundle.community.boundary);
  const at = new Map(ground.ids.map((id, i) => [id, i]));
  const units = unitsOf(bundle, planId, (id) => {
    const i = at.get(id)!;
    return [ground.representativePoints[2 * i]!, ground.representativePoints[2 * i + 1]!];
  });
  const barriers = bundle.context
    .filter(({ kind }) => isBarrier(kind))
    .map(({ geometry }) => geometry as LineString);
  const parts = partsOf(
    neighboursOf(ground, barriers),
    gridOfUnit(bundle, ground.ids),
    bundle.grids.length,
  );
  const named = bundle.grids.map(
    ({ id }, i) => [id, parts[i]!.map((part) => part.map((u) => ground.ids[u]!))] as const,
  );
  return coverageOf({
    today,
    bundle,
    planId,
    units,
    partsOfGrid: new Map(named),
    unitsOutsideBoundary: new Set(ground.exclaves.map(({ unit }) => ground.ids[unit]!)),
    footprintProblems: ground.problems.filter(({ kind }) => kind !== "outside-boundary") as never,
  }).findings;
}

function footprintsOf(bundle: CommunityBundle, planId: string): Footprint[] {
  const shapes = new Map<string, Footprint["geometry"]>();
  for (const building of bundle.buildings) {
    const entrances = bundle.entrances.filter(({ buildingId }) => buildingId === building.id);
    const strips = cutByEntrances(building.footprint, entrances.length);
    entrances.forEach(({ id, ordinal }) => shapes.set(id, strips[ordinal - 1]!));
    shapes.set(building.id, building.footprint);
  }
  return unitsOf(bundle, planId, () => [0, 0]).map(({ id }) => ({ id, geometry: shapes.get(id)! }));
}

/** The index of the grid of each unit, -1 for none; a row for a whole building holds for its entrances. */
function gridOfUnit(bundle: CommunityBundle, ids: readonly string[]): number[] {
  const buildingOf = new Map(bundle.entrances.map(({ id, buildingId }) => [id, buildingId]));
  const rows = new Map(bundle.planUnits.map((row) => [row.unitId, row.microGridId]));
  const gridOf = new Map(bundle.microGrids.map(({ id, gridId }) => [id, gridId]));
  return ids.map((id) => {
    const microGridId = rows.get(id) ?? rows.get(buildingOf.get(id) ?? "");
    return bundle.grids.findIndex((grid) => grid.id === gridOf.get(microGridId ?? ""));
  });
}
