import { createRoute } from "@hono/zod-openapi";
import { PlaceDetail } from "#data/model/answers/places.ts";
import { ThingPath, answers, createApi } from "../api.ts";
import type { Ctx } from "../context.ts";
import { getPlace } from "./get.ts";

const getPlaceRoute = createRoute({
  method: "get",
  path: "/communities/{slug}/places/{id}",
  summary:
    "A shop, clinic, service station: what it is, whose grid it is in, when it was inspected",
  request: { params: ThingPath },
  responses: answers(PlaceDetail, "The place."),
});

export const placeRoutes = (ctx: Ctx) =>
  createApi().openapi(getPlaceRoute, async (c) => {
    const { slug, id } = c.req.valid("param");
    return c.json(await getPlace(ctx, slug, id), 200);
  });
