import { PlaceDetail } from "#data/model/answers/places.ts";
import { ThingPath, answers, createApi, defineRoute } from "../api.ts";
import { getPlace } from "./get.ts";

const getPlaceRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/places/{id}",
  summary:
    "A shop, clinic, service station: what it is, whose grid it is in, when it was inspected",
  request: { params: ThingPath },
  responses: answers(PlaceDetail, "The place."),
});

export const placeRoutes = () =>
  createApi().openapi(getPlaceRoute, async (c) => {
    const { slug, id } = c.req.valid("param");
    return c.json(await getPlace(c.var.ctx, slug, id), 200);
  });
