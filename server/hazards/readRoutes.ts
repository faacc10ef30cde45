import { z } from "zod";
import { HazardDetail, HazardSummary, HazardTaker } from "#data/model/answers/hazards.ts";
import { HazardLines } from "#data/model/answers/hazardLines.ts";
import { answers, createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { HazardFilter } from "./filter.ts";
import { getHazard } from "./get.ts";
import { LineFilter, listLines } from "./lines.ts";
import { listHazards } from "./list.ts";
import { listTakers } from "./takers.ts";

// Every duty lets look; which hazards there are for whom, say the policies of their table.
const listRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/hazards",
  summary: "Hazards: the open ones, or as asked; now, or as they were at any time",
  request: { params: SlugPath, query: HazardFilter },
  responses: answers(z.array(HazardSummary), "By deadline, or nearest first."),
});

const linesRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/hazard-lines",
  summary: "The work list of hazards in little room, for a page that shows ten thousand",
  request: { params: SlugPath, query: LineFilter },
  responses: answers(HazardLines, "Field by field, in no order."),
});

const getRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/hazards/{id}",
  summary: "One hazard with its history, and what the reader may do about it",
  request: { params: ThingPath },
  responses: answers(HazardDetail, "The hazard."),
});

const takersRoute = defineRoute("handle-hazards", {
  method: "get",
  path: "/communities/{slug}/hazard-takers",
  summary: "Whom a hazard can be given to",
  request: { params: SlugPath },
  responses: answers(z.array(HazardTaker), "By name."),
});

export const readRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listHazards(c.var.ctx, slug, c.req.valid("query")), 200);
    })
    .openapi(linesRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listLines(c.var.ctx, slug, c.req.valid("query")), 200);
    })
    .openapi(getRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getHazard(c.var.ctx, slug, id), 200);
    })
    .openapi(takersRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listTakers(c.var.ctx, slug), 200);
    });
