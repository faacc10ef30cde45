import type { Feature, FeatureCollection } from "geojson";
import type { Named } from "#data/model/answers/responsibility.ts";
import { bboxOf } from "#data/model/geometry/bbox.ts";
import { byName } from "#data/model/inspections/byName.ts";
import type { Layer } from "#data/model/layers.ts";
import type { CommunityState } from "#web/state/community.svelte.ts";
import type { DrawnThing } from "#web/state/inspections/inspectionDesk.svelte.ts";

/** Grids or compounds by name as people count; none where they cannot be read. */
export async function readNames(
  here: CommunityState,
  layer: "grids" | "compounds",
): Promise<Named[]> {
  return (await readFeatures(here, layer)).map(named).sort(byName);
}

/** Places or buildings with a point on them, by name as people count; also without a network. */
export async function readThings(
  here: CommunityState,
  layer: "places" | "buildings",
): Promise<Required<DrawnThing>[]> {
  const features = await readFeatures(here, layer);
  return features
    .map((feature) => ({ ...named(feature), position: middleOf(feature) }))
    .sort(byName);
}

async function readFeatures(here: CommunityState, layer: Layer): Promise<Feature[]> {
  const response = await fetch(here.layerAddress(layer)).catch(() => undefined);
  if (!response?.ok) return [];
  return ((await response.json()) as FeatureCollection).features;
}

function named({ properties }: Feature): Named {
  return { id: String(properties?.["id"]), name: String(properties?.["name"]) };
}

export function middleOf({ geometry }: Pick<Feature, "geometry">): [number, number] {
  const [west, south, east, north] = bboxOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}
