import { HazardRulesAnswer } from "#data/model/answers/hazards.ts";
import { answers, createApi, defineRoute, SlugPath } from "../api.ts";
import { changing, json } from "../routeParts.ts";
import { getHazardRules, setHazardRules } from "./rules.ts";

const path = "/communities/{slug}/hazard-rules";

const getRoute = defineRoute("look", {
  method: "get",
  path,
  summary: "How long there is for which hazard, and when people work",
  request: { params: SlugPath },
  responses: answers(HazardRulesAnswer, "The community's own, or those that all begin with."),
});

const setRoute = defineRoute("steer-hazards", {
  method: "put",
  path,
  summary: "Other deadlines, other working days",
  request: { params: SlugPath, ...json(HazardRulesAnswer) },
  responses: changing(HazardRulesAnswer),
});

export const ruleRoutes = () =>
  createApi()
    .openapi(getRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await getHazardRules(c.var.ctx, slug), 200);
    })
    .openapi(setRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await setHazardRules(c.var.ctx, slug, c.req.valid("json")), 200);
    });
