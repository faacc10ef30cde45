import type { FeatureCollection } from "geojson";
import type { Named } from "#data/model/answers/responsibility.ts";
import type { CommunityState } from "#web/state/community.svelte.ts";
import { byName } from "./byName.ts";

/** Grids or compounds by name as people count; none where they cannot be read. */
export async function readNames(
  here: CommunityState,
  layer: "grids" | "compounds",
): Promise<Named[]> {
  const response = await fetch(here.layerAddress(layer)).catch(() => undefined);
  if (!response?.ok) return [];
  const { features } = (await response.json()) as FeatureCollection;
  return features
    .map(({ properties }) => ({
      id: String(properties?.["id"]),
      name: String(properties?.["name"]),
    }))
    .sort(byName);
}
