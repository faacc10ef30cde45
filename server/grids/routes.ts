import { GridDetail, MicroGridDetail } from "#data/model/answers/grids.ts";
import { ThingPath, answers, createApi, defineRoute } from "../api.ts";
import { getGrid, getMicroGrid } from "./get.ts";

const getGridRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/grids/{id}",
  summary: "A grid: its workers, micro-grids, buildings, centre households and open points",
  request: { params: ThingPath },
  responses: answers(GridDetail, "The grid of the plan in force."),
});

const getMicroGridRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/micro-grids/{id}",
  summary: "A micro-grid: its leader, buildings, centre households and open points",
  request: { params: ThingPath },
  responses: answers(MicroGridDetail, "The micro-grid of the plan in force."),
});

export const gridRoutes = () =>
  createApi()
    .openapi(getGridRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getGrid(c.var.ctx, slug, id), 200);
    })
    .openapi(getMicroGridRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getMicroGrid(c.var.ctx, slug, id), 200);
    });
