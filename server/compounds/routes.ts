import { CompoundDetail } from "#data/model/answers/places.ts";
import { ThingPath, answers, createApi, defineRoute } from "../api.ts";
import { getCompound } from "./get.ts";

const getCompoundRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/compounds/{id}",
  summary: "A compound: its buildings, micro-grids, contacts and party organisations",
  request: { params: ThingPath },
  responses: answers(CompoundDetail, "The compound."),
});

export const compoundRoutes = () =>
  createApi().openapi(getCompoundRoute, async (c) => {
    const { slug, id } = c.req.valid("param");
    return c.json(await getCompound(c.var.ctx, slug, id), 200);
  });
