import type { MultiPolygon } from "geojson";
import { touchingGroups } from "#data/model/cells/adjacency.ts";
import { colourGroups } from "#data/model/cells/colours.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import type { Unit } from "#data/model/units.ts";
import type { OpenCommunity } from "../../access/openCommunity.ts";
import type { Sight } from "../../access/sight.ts";
import { coverageToday } from "../../resident/coverage.ts";
import type { Resident } from "../../resident/resident.ts";
import { feature, type LayerFeature } from "./feature.ts";

/** For each grid a number from 0 to 5; neighbours on the map never share one. */
export function gridColours(resident: Resident): Map<string, number> {
  return resident.keep("grid colours", () => {
    const { grids, gridIndexes, adjacency } = resident;
    const colours = colourGroups(touchingGroups(adjacency, gridIndexes, grids.length), 6);
    return new Map(grids.map(({ id }, index) => [id, colours[index] ?? 0]));
  });
}

export function gridFeatures({ resident, sight }: OpenCommunity): LayerFeature[] {
  const colours = gridColours(resident);
  const unanswered = placesWithout(resident, "grid-without-worker");
  return resident.grids.flatMap(({ id, name, code, kind }, index) =>
    groupFeature(sight, id, resident.gridGrounds[index] ?? null, resident.unitsOfGrid(id), {
      name,
      code,
      kind,
      colour: colours.get(id),
      isAnswered: !unanswered.has(id),
    }),
  );
}

export function microGridFeatures({ resident, sight }: OpenCommunity): LayerFeature[] {
  const colours = gridColours(resident);
  const unanswered = placesWithout(resident, "micro-grid-without-leader");
  return resident.microGrids.flatMap(({ id, name, gridId }, index) =>
    groupFeature(
      sight,
      id,
      resident.microGridGrounds[index] ?? null,
      resident.unitsOfMicroGrid(id),
      {
        name,
        gridId,
        colour: colours.get(gridId),
        isAnswered: !unanswered.has(id),
      },
    ),
  );
}

function groupFeature(
  sight: Sight,
  id: string,
  ground: MultiPolygon | null,
  units: Unit[],
  properties: Record<string, unknown>,
): LayerFeature[] {
  if (!ground) return [];
  const { households, partyMembers, load, buildings } = sight.figures(units);
  const labelAt = representativePoint(ground);
  return [
    feature(id, ground, { ...properties, households, partyMembers, load, buildings, labelAt }),
  ];
}

/** Grids or micro-grids that nobody answers for today: vacant, or on leave without a stand-in. */
function placesWithout(
  resident: Resident,
  kind: "grid-without-worker" | "micro-grid-without-leader",
): Set<string> {
  const placeType = kind === "grid-without-worker" ? "grid" : "micro-grid";
  const role = kind === "grid-without-worker" ? "grid-worker" : "micro-grid-leader";
  return new Set(
    coverageToday(resident).findings.flatMap((finding) => {
      if (finding.kind === kind) return [finding.subject.id];
      const isAbsence = finding.kind === "duty-on-leave" && !finding.isAnsweredByOther;
      return isAbsence && finding.placeType === placeType && finding.role === role
        ? [finding.placeId]
        : [];
    }),
  );
}
