import { z } from "zod";
import { PlanningGroundAnswer } from "#data/model/answers/planningGround.ts";
import { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { answers, createApi, defineRoute, refusals, SlugPath, ThingPath } from "../api.ts";
import { sendEncoded } from "../resident/encoded.ts";
import { exportUnits } from "./exportUnits.ts";
import { getPlan } from "./get.ts";
import { getPlanningGround } from "./ground.ts";
import { listPlans } from "./list.ts";

/** Drafts change while they are painted. */
const NOT_KEPT = { "Cache-Control": "no-store" };

const groundRoute = defineRoute("plan", {
  method: "get",
  path: "/communities/{slug}/planning-ground",
  summary: "What plans are made on: buildings, entrances, what makes work in them, barriers",
  request: { params: SlugPath },
  responses: {
    304: { description: "Unchanged since the ETag in If-None-Match." },
    ...answers(PlanningGroundAnswer, "Coordinates as they are stored, WGS 84."),
  },
});

const listRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/plans",
  summary: "Plans in force, to come and of former days; drafts for those who may plan",
  request: { params: SlugPath },
  responses: answers(z.array(PlanSummary), "Newest first."),
});

const getRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/plans/{id}",
  summary: "One whole plan: every unit with its micro-grid",
  request: { params: ThingPath },
  responses: answers(PlanDetail, "Uncovered units have null for a micro-grid."),
});

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const exportRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/plans/{id}/units.xlsx",
  summary: "A plan as a table, which can be edited and taken in again by from-table",
  request: { params: ThingPath },
  responses: {
    200: {
      description: "Compound, building, entrance, micro-grid, grid.",
      content: { [XLSX]: { schema: z.string().meta({ format: "binary" }) } },
    },
    ...refusals,
  },
});

export const planReadRoutes = () =>
  createApi()
    .openapi(groundRoute, async (c) => {
      const encoded = await getPlanningGround(c.var.ctx, c.req.valid("param").slug);
      const answer = await sendEncoded(c, encoded, "application/json; charset=utf-8");
      // Bytes that are kept: the type says what is in them.
      return answer as unknown as ReturnType<typeof c.json<PlanningGroundAnswer, 200>>;
    })
    .openapi(listRoute, async (c) => {
      return c.json(await listPlans(c.var.ctx, c.req.valid("param").slug), 200, NOT_KEPT);
    })
    .openapi(getRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getPlan(c.var.ctx, slug, id), 200, NOT_KEPT);
    })
    .openapi(exportRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      const { bytes, name } = await exportUnits(c.var.ctx, slug, id);
      return c.body(bytes, 200, {
        ...NOT_KEPT,
        "Content-Type": XLSX,
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
      });
    });
