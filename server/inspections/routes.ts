import { z } from "zod";
import { Checklists } from "#data/model/answers/checklists.ts";
import {
  InspectionSummary,
  LastInspections,
  NewInspection,
} from "#data/model/answers/inspections.ts";
import { answers, createApi, defineRoute, SlugPath } from "../api.ts";
import { changing, json, making } from "../routeParts.ts";
import { getChecklists, setChecklists } from "./checklists.ts";
import { InspectionFilter } from "./filter.ts";
import { addInspection } from "./inspect.ts";
import { getLastInspections } from "./last.ts";
import { listInspections } from "./read.ts";
import { readSentInspection } from "./sent.ts";

const listRoute = defineRoute("see-hazards", {
  method: "get",
  path: "/communities/{slug}/inspections",
  summary: "What was inspected, with what was found",
  description: "Visits to homes are told only to duties that may see who lives there.",
  request: { params: SlugPath, query: InspectionFilter },
  responses: answers(z.array(InspectionSummary), "Newest first."),
});

const lastRoute = defineRoute("see-hazards", {
  method: "get",
  path: "/communities/{slug}/last-inspections",
  summary: "When something was last inspected in each grid, micro-grid and building",
  request: { params: SlugPath },
  responses: answers(LastInspections, "Of homes nothing, whoever asks."),
});

const addRoute = defineRoute("inspect", {
  method: "post",
  path: "/communities/{slug}/inspections",
  summary: "One visit: each line's answer; every fail opens a hazard",
  request: {
    params: SlugPath,
    body: {
      content: {
        "application/json": { schema: NewInspection },
        "multipart/form-data": {
          schema: {
            type: "object",
            required: ["inspection"],
            properties: {
              inspection: { type: "string", description: "JSON: NewInspection without `data`" },
              photos: {
                type: "array",
                description: "Each called by the id of its picture: <uuid>.jpg",
                items: { type: "string", format: "binary" },
              },
            },
          },
        },
      },
    } as const,
  },
  responses: making(InspectionSummary),
});

const getChecklistsRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/checklists",
  summary: "The lists that the community inspects by",
  request: { params: SlugPath },
  responses: answers(Checklists, "Its own, or those that all begin with."),
});

const setChecklistsRoute = defineRoute("steer-hazards", {
  method: "put",
  path: "/communities/{slug}/checklists",
  summary: "Other lists; rounds keep the lines they were made with",
  request: { params: SlugPath, ...json(Checklists) },
  responses: changing(Checklists),
});

export const inspectionRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listInspections(c.var.ctx, slug, c.req.valid("query")), 200);
    })
    .openapi(lastRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await getLastInspections(c.var.ctx, slug), 200);
    })
    .openapi(addRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const sent = await readSentInspection(c);
      const { inspection, isNew } = await addInspection(c.var.ctx, slug, sent);
      return c.json(inspection, isNew ? 201 : 200);
    })
    .openapi(getChecklistsRoute, async (c) =>
      c.json(await getChecklists(c.var.ctx, c.req.valid("param").slug), 200),
    )
    .openapi(setChecklistsRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await setChecklists(c.var.ctx, slug, c.req.valid("json")), 200);
    });
