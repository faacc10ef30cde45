import type { Feature, FeatureCollection } from "geojson";
import type { Named } from "#data/model/answers/responsibility.ts";
import { bboxOf } from "#data/model/geometry/bbox.ts";
import { byName } from "#data/model/inspections/byName.ts";
import type { Layer } from "#data/model/layers.ts";
import type { PlaceKind } from "#data/model/places.ts";
import type { CommunityState } from "#web/state/community.svelte.ts";
import type { DrawnThing } from "#web/state/inspections/inspectionDesk.svelte.ts";
import { PLACE_KIND_WORDS } from "#web/words/places.ts";

/** Grids or compounds by name as people count; none where they cannot be read. */
export async function readNames(
  here: CommunityState,
  layer: "grids" | "compounds",
): Promise<Named[]> {
  return (await readFeatures(here, layer)).map(named).sort(byName);
}

/** A place or building to choose, with what tells it from others of its name. */
export interface GroundThing extends DrawnThing {
  id: string;
  detail: string;
}

/** Places or buildings with a point on them, by name as people count; also without a network. */
export async function readThings(
  here: CommunityState,
  layer: "places" | "buildings",
): Promise<GroundThing[]> {
  const [features, compounds] = await Promise.all([
    readFeatures(here, layer),
    readNames(here, "compounds"),
  ]);
  const names = new Map(compounds.map(({ id, name }) => [id, name]));
  return features
    .map((feature) => {
      const { compoundId, address, kind } = feature.properties ?? {};
      const kindWord = layer === "places" ? PLACE_KIND_WORDS[kind as PlaceKind]() : undefined;
      const detail = [kindWord, names.get(String(compoundId)), address].filter(Boolean).join(" · ");
      return { ...named(feature), position: middleOf(feature), detail };
    })
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
