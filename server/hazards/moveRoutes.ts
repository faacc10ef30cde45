import { z } from "zod";
import {
  HazardAssignment,
  HazardAssignments,
  HazardDetail,
  HazardMove,
  HazardReport,
} from "#data/model/answers/hazards.ts";
import { HAZARD_ACTIONS } from "#data/model/hazards/moves.ts";
import { createApi, defineRoute, SlugPath, ThingPath, writeRefusals } from "../api.ts";
import { readSent } from "../photos/sent.ts";
import { changing, json, making } from "../routeParts.ts";
import { assignMany } from "./assignMany.ts";
import { moveHazard } from "./move.ts";
import { reportHazard } from "./report.ts";
import { starHazard } from "./star.ts";

/** JSON, or a form with the same names as fields; the handler reads both. */
const sending = <T extends z.ZodType>(schema: T) => ({
  body: {
    content: {
      "application/json": { schema },
      "multipart/form-data": {
        schema: {
          type: "object",
          description:
            "The fields of the JSON body, `location` as JSON text. A file is called by the id of its " +
            "picture (<uuid>.jpg) or by what it shows (before.jpg, after.jpg).",
          properties: {
            photos: { type: "array", items: { type: "string", format: "binary" } },
            photoFacts: { type: "string", description: "JSON: NewPhoto[] without data" },
          },
          additionalProperties: { type: "string" },
        },
      },
    },
  } as const,
});

const reportRoute = defineRoute("report-hazard", {
  method: "post",
  path: "/communities/{slug}/hazards",
  summary: "Report a hazard, with pictures",
  request: { params: SlugPath, ...sending(HazardReport) },
  responses: making(HazardDetail),
});

const assignRoute = defineRoute("handle-hazards", {
  method: "post",
  path: "/communities/{slug}/hazards/assign",
  summary: "Give several hazards to one person",
  request: { params: SlugPath, ...json(HazardAssignments) },
  responses: changing(z.array(HazardAssignment)),
});

const moveRoute = defineRoute("look", {
  method: "post",
  path: "/communities/{slug}/hazards/{id}/{action}",
  summary: "Take the next step of a hazard's life",
  description: "Which steps there are, and whose they are, is a table: `MOVES` of the data model.",
  request: {
    params: ThingPath.extend({ action: z.enum(HAZARD_ACTIONS) }),
    ...sending(HazardMove),
  },
  responses: changing(HazardDetail),
});

const starred = { responses: { 204: { description: "So it is." }, ...writeRefusals } };

const starRoute = defineRoute("look", {
  method: "put",
  path: "/communities/{slug}/hazards/{id}/star",
  summary: "Keep a hazard in sight",
  request: { params: ThingPath },
  ...starred,
});

const unstarRoute = defineRoute("look", {
  method: "delete",
  path: "/communities/{slug}/hazards/{id}/star",
  summary: "Keep it in sight no longer",
  request: { params: ThingPath },
  ...starred,
});

export const moveRoutes = () =>
  createApi()
    .openapi(reportRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { hazard, isNew } = await reportHazard(c.var.ctx, slug, await readSent(c));
      return c.json(hazard, isNew ? 201 : 200);
    })
    .openapi(assignRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await assignMany(c.var.ctx, slug, c.req.valid("json")), 200);
    })
    .openapi(moveRoute, async (c) => {
      const { slug, ...move } = c.req.valid("param");
      return c.json(await moveHazard(c.var.ctx, slug, move, await readSent(c)), 200);
    })
    .openapi(starRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      await starHazard(c.var.ctx, slug, id, true);
      return c.body(null, 204);
    })
    .openapi(unstarRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      await starHazard(c.var.ctx, slug, id, false);
      return c.body(null, 204);
    });
