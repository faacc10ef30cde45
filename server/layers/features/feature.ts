import type { Feature, Geometry } from "geojson";

/** A feature as the layers carry it. The id stands in the properties too, for `promoteId`. */
export type LayerFeature = Feature<Geometry, Record<string, unknown> & { id: string }> & {
  id: string;
};

export function feature(
  id: string,
  geometry: Geometry,
  properties: Record<string, unknown>,
): LayerFeature {
  return { type: "Feature", id, geometry, properties: { id, ...properties } };
}
