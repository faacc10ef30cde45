import { BuildingDetail } from "#data/model/answers/buildings.ts";
import { ThingPath, answers, createApi, defineRoute } from "../api.ts";
import { getBuilding } from "./get.ts";

const getBuildingRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/buildings/{id}",
  summary: "A building, who answers for it, and its floor × entrance matrix of dwellings",
  request: { params: ThingPath },
  responses: answers(BuildingDetail, "Names and phones of residents are masked."),
});

export const buildingRoutes = () =>
  createApi().openapi(getBuildingRoute, async (c) => {
    const { slug, id } = c.req.valid("param");
    return c.json(await getBuilding(c.var.ctx, slug, id), 200);
  });
