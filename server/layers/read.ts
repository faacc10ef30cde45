import type { Bbox } from "#data/model/geometry/bbox.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { NO_VISITS } from "#data/model/inspections/visits.ts";
import type { Layer } from "#data/model/layers.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import type { EncodedAnswer } from "../resident/encoded.ts";
import { LayerText } from "./encode.ts";
import type { LayerFeature } from "./features/feature.ts";
import { FEATURES_OF } from "./features/index.ts";
import { readHazardLayer } from "./hazards.ts";

/** Layers without a count or a household in them are the same for everybody. */
const IS_TOLD_TO_ALL: ReadonlySet<Layer> = new Set(["context", "boundary", "places"] as const);

export const LAYER_SHAPES = ["drawn", "points"] as const;

interface LayerPart {
  bbox?: Bbox;
  as?: (typeof LAYER_SHAPES)[number];
}

/**
 * One layer of a community as GeoJSON (RFC 7946, WGS 84). Encoded once a revision and a day: what
 * a layer says of duties and inspections turns at the community's midnight.
 */
export async function readLayer(
  ctx: Ctx,
  slug: string,
  layer: Layer,
  { bbox, as: shape = "drawn" }: LayerPart = {},
): Promise<EncodedAnswer> {
  const open = await openCommunity(ctx, slug);
  if (layer === "hazards") return readHazardLayer(ctx, open, { bbox });
  const { resident, visits } = open;
  // Those who may be told the same share the bytes; nobody gets another's.
  const key = `${layer} ${shape} ${IS_TOLD_TO_ALL.has(layer) ? "" : open.sight.key}`;
  // No other layer says anything of inspections.
  const basis = layer === "places" ? visits : NO_VISITS;
  const text = resident.keepWith(`layer ${key}`, basis, () => {
    const features = FEATURES_OF[layer](open);
    return new LayerText(shape === "points" ? features.map(asPoint) : features);
  });
  // A part of a layer is one of endlessly many: it is joined anew and not kept.
  if (bbox) return text.encode(bbox);
  return resident.keepWith(`encoded ${key}`, basis, () => text.encode());
}

/** An area as one point inside it: a map cuts areas into tiles and would write their name in each. */
function asPoint(feature: LayerFeature): LayerFeature {
  const { geometry } = feature;
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return feature;
  return { ...feature, geometry: { type: "Point", coordinates: representativePoint(geometry) } };
}
