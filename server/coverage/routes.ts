import { createRoute } from "@hono/zod-openapi";
import { Coverage } from "#data/model/coverage/findings.ts";
import { SlugPath, answers, createApi } from "../api.ts";
import type { Ctx } from "../context.ts";
import { coverageToday } from "../resident/coverage.ts";

const getCoverage = createRoute({
  method: "get",
  path: "/communities/{slug}/coverage",
  summary: "Where nobody answers, and what else the plan in force leaves open today",
  request: { params: SlugPath },
  responses: answers(Coverage, "Totals and findings, by kind and then by name."),
});

export const coverageRoutes = (ctx: Ctx) =>
  createApi().openapi(getCoverage, async (c) => {
    const resident = await ctx.residents.of(ctx, c.req.valid("param").slug);
    return c.json(coverageToday(resident), 200);
  });
