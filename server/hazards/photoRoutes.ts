import { z } from "zod";
import { createApi, defineRoute, refusals, ThingPath } from "../api.ts";
import { photoBytes, requirePhoto } from "../photos/read.ts";

const route = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/photos/{id}",
  summary: "A picture, for whoever sees what it is evidence of",
  request: {
    params: ThingPath,
    query: z.object({
      width: z.coerce.number().int().min(16).max(2560).optional().meta({
        description: "Pixels; it is never made larger than it is",
      }),
    }),
  },
  responses: {
    200: {
      description: "The picture.",
      content: { "image/jpeg": { schema: { type: "string", format: "binary" } } },
    },
    304: { description: "The one whose ETag is in If-None-Match." },
    ...refusals,
  },
});

export const photoRoutes = () =>
  createApi().openapi(route, async (c) => {
    const { slug, id } = c.req.valid("param");
    const { width } = c.req.valid("query");
    const communityId = await requirePhoto(c.var.ctx, slug, id);
    // A picture never changes, and may be looked at only while the duty lasts: it is asked for every time.
    const headers = { ETag: `"${id}-${width ?? "whole"}"`, "Cache-Control": "private, no-cache" };
    if (c.req.header("If-None-Match") === headers.ETag) return c.body(null, 304, headers);
    const bytes = await photoBytes(c.var.ctx, communityId, id, width);
    return c.body(bytes, 200, { ...headers, "Content-Type": "image/jpeg" });
  });
