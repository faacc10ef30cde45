import type { Bbox } from "#data/model/geometry/bbox.ts";
import type { Layer } from "#data/model/layers.ts";
import type { Ctx } from "../context.ts";
import { type EncodedLayer, LayerText } from "./encode.ts";
import { FEATURES_OF } from "./features/index.ts";

/**
 * One layer of a community as GeoJSON (RFC 7946, WGS 84). Encoded once a revision and a day: what
 * a layer says of duties and inspections turns at the community's midnight.
 */
export async function readLayer(
  ctx: Ctx,
  slug: string,
  layer: Layer,
  bbox?: Bbox,
): Promise<EncodedLayer> {
  const resident = await ctx.residents.of(ctx, slug);
  const text = resident.keepToday(
    `layer ${layer}`,
    () => new LayerText(FEATURES_OF[layer](resident)),
  );
  // A part of a layer is one of endlessly many: it is joined anew and not kept.
  if (bbox) return text.encode(bbox);
  return resident.keepToday(`encoded ${layer}`, () => text.encode());
}
