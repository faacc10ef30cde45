import { z } from "zod";
import { Day } from "#data/model/answers/people.ts";
import { HandOver, PlanPublication } from "#data/model/answers/handOvers.ts";
import { PlanSummary } from "#data/model/answers/plans.ts";
import { answers, createApi, defineRoute, ThingPath } from "../api.ts";
import { changing, json } from "../routeParts.ts";
import { getHandOver } from "./handover.ts";
import { publishPlan } from "./publish.ts";
import { withdrawPlan } from "./withdraw.ts";

const handOverRoute = defineRoute("plan", {
  method: "get",
  path: "/communities/{slug}/plans/{id}/handover",
  summary: "What changes hands when a plan takes effect, and what stands against it",
  request: { params: ThingPath, query: z.object({ on: Day.optional() }) },
  responses: answers(HandOver, "From whom to whom, by role."),
});

const publishRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans/{id}/publish",
  summary: "The day from which a draft is in force; today, and it is at once",
  request: { params: ThingPath, ...json(PlanPublication) },
  responses: changing(PlanSummary),
});

const withdrawRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans/{id}/withdraw",
  summary: "Make a draft again of a plan whose day has not come",
  request: { params: ThingPath },
  responses: changing(PlanSummary),
});

export const planPublishRoutes = () =>
  createApi()
    .openapi(handOverRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      const { on } = c.req.valid("query");
      const handOver = await getHandOver(c.var.ctx, slug, id, on);
      return c.json(handOver, 200, { "Cache-Control": "no-store" });
    })
    .openapi(publishRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await publishPlan(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(withdrawRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await withdrawPlan(c.var.ctx, slug, id), 200);
    });
