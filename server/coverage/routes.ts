import { Coverage } from "#data/model/coverage/findings.ts";
import { SlugPath, answers, createApi, defineRoute } from "../api.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { coverageToday } from "../resident/coverage.ts";

const getCoverage = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/coverage",
  summary: "Where nobody answers, and what else the plan in force leaves open today",
  request: { params: SlugPath },
  responses: answers(Coverage, "Totals and findings, by kind and then by name."),
});

export const coverageRoutes = () =>
  createApi().openapi(getCoverage, async (c) => {
    const { resident, visits } = await openCommunity(c.var.ctx, c.req.valid("param").slug);
    return c.json(coverageToday(resident, visits), 200);
  });
