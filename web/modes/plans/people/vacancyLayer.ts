import type { ExpressionSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { PlanMap } from "#data/model/planning/planMap.ts";
import { POST_STATUSES, type PostStatus } from "#data/model/planning/vacancies.ts";
import { anchorId } from "#web/map/slots.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";
import { IMAGE_RATIO, STATUS_COLOURS, STATUS_PATTERNS, statusImages } from "./vacancyPatterns.ts";

const SOURCE = "plan-vacancies";
const FILL = "plan-vacancy-fills";
const BEFORE = anchorId("micro-grid-fills");
const status: ExpressionSpecification = ["coalesce", ["feature-state", "status"], -1];

/** Lays the cells of a plan over the map, to be coloured by `paintVacancies`. @returns its own undo */
export function layVacancies(map: MapLibreMap, plan: PlanMap, scheme: ColourScheme): () => void {
  for (const [name, image] of statusImages(scheme)) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: IMAGE_RATIO });
  }
  const data = { type: "FeatureCollection" as const, features: plan.cells };
  map.addSource(SOURCE, { type: "geojson", data });
  const colours = POST_STATUSES.flatMap((each, index) => [index, STATUS_COLOURS[scheme][each]]);
  const layers = [
    { id: FILL, type: "fill" as const, source: SOURCE, paint: fill(colours) },
    ...POST_STATUSES.flatMap((each, index) => {
      const pattern = STATUS_PATTERNS[each];
      if (pattern === null) return [];
      const isIt: ExpressionSpecification = ["case", ["==", status, index], 0.8, 0];
      const paint = { "fill-pattern": pattern, "fill-opacity": isIt, "fill-antialias": false };
      return [{ id: `plan-vacancy-${each}`, type: "fill" as const, source: SOURCE, paint }];
    }),
  ];
  for (const layer of layers) map.addLayer(layer, BEFORE);
  return () => {
    // The map itself may be gone first.
    if (!map.style) return;
    for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
  };
}

function fill(colours: (string | number)[]) {
  const colour = ["match", status, ...colours, "rgba(0,0,0,0)"] as ExpressionSpecification;
  return { "fill-color": colour, "fill-opacity": 0.8, "fill-antialias": false };
}

/** @param statusOf of the unit at a place in the plan's units; undefined for none */
export function paintVacancies(
  map: MapLibreMap,
  { cells, unitIds }: PlanMap,
  statusOf: (unitId: string) => PostStatus | undefined,
): void {
  if (!map.getSource(SOURCE)) return;
  for (const { id } of cells) {
    const found = statusOf(unitIds[Number(id)]!);
    const index = found === undefined ? -1 : POST_STATUSES.indexOf(found);
    map.setFeatureState({ source: SOURCE, id: Number(id) }, { status: index });
  }
}

/** The unit under a point of the map, in pixels. */
export function unitAt(map: MapLibreMap, plan: PlanMap, at: [number, number]): string | undefined {
  if (!map.getLayer(FILL)) return undefined;
  const [feature] = map.queryRenderedFeatures(at, { layers: [FILL] });
  return feature && plan.unitIds[Number(feature.id)];
}
