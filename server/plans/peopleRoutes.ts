import { z } from "zod";
import { Day } from "#data/model/answers/people.ts";
import { LoadWeights } from "#data/model/answers/planningGround.ts";
import { Capacity, PlanPerson } from "#data/model/answers/planPeople.ts";
import { answers, createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { changing, json } from "../routeParts.ts";
import { setLoadWeights } from "./loadWeights.ts";
import { listPlanPeople, setCapacity } from "./people.ts";

const peopleRoute = defineRoute("plan", {
  method: "get",
  path: "/communities/{slug}/plan-people",
  summary: "Everybody who can be given a post, what they hold on a day and how much they can take",
  request: { params: SlugPath, query: z.object({ on: Day.optional() }) },
  responses: answers(z.array(PlanPerson), "By name; without a day as it is today."),
});

const capacityRoute = defineRoute("plan", {
  method: "put",
  path: "/communities/{slug}/capacities/{id}",
  summary: "How much load a person can take in a role; null for the community's own limit",
  request: { params: ThingPath, ...json(Capacity) },
  responses: changing(Capacity),
});

const weightsRoute = defineRoute("plan", {
  method: "put",
  path: "/communities/{slug}/load-weights",
  summary: "What one of each adds to the load of a unit",
  request: { params: SlugPath, ...json(LoadWeights) },
  responses: changing(LoadWeights),
});

export const planPeopleRoutes = () =>
  createApi()
    .openapi(peopleRoute, async (c) => {
      const { on } = c.req.valid("query");
      const people = await listPlanPeople(c.var.ctx, c.req.valid("param").slug, on);
      return c.json(people, 200, { "Cache-Control": "no-store" });
    })
    .openapi(capacityRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await setCapacity(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(weightsRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await setLoadWeights(c.var.ctx, slug, c.req.valid("json")), 200);
    });
