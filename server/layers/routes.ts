import { z } from "zod";
import { LAYERS } from "#data/model/layers.ts";
import { SlugPath, createApi, refusals, defineRoute } from "../api.ts";
import { sendEncoded } from "../resident/encoded.ts";
import { LAYER_SHAPES, readLayer } from "./read.ts";

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

const BboxQuery = z
  .string()
  .transform((text) => text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part))))
  .pipe(z.tuple([longitude, latitude, longitude, latitude]))
  .refine(([west, south, east, north]) => west <= east && south <= north, {
    message: "west must not exceed east, nor south north",
  });

const FeatureCollection = z
  .object({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.object({
        type: z.literal("Feature"),
        id: z.string(),
        geometry: z.record(z.string(), z.unknown()),
        properties: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: "FeatureCollection" });

const readLayerRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/layers/{layer}",
  summary: "One layer as GeoJSON (RFC 7946)",
  request: {
    params: SlugPath.extend({ layer: z.enum(LAYERS) }),
    query: z.object({
      as: z.enum(LAYER_SHAPES).optional().meta({
        description: "points: each area as one point inside it, where its name is written",
      }),
      bbox: BboxQuery.optional().meta({
        description: "west,south,east,north in degrees: only features whose box meets it",
      }),
    }),
  },
  responses: {
    200: {
      description: "The layer's features, each with a string id.",
      content: { "application/geo+json": { schema: FeatureCollection } },
    },
    304: { description: "Unchanged since the ETag in If-None-Match." },
    ...refusals,
  },
});

export const layerRoutes = () =>
  createApi().openapi(readLayerRoute, async (c) => {
    const { slug, layer } = c.req.valid("param");
    const encoded = await readLayer(c.var.ctx, slug, layer, c.req.valid("query"));
    return sendEncoded(c, encoded, "application/geo+json; charset=utf-8");
  });
