import { z } from "zod";
import {
  CreatedPlan,
  NewPlan,
  PlanChangeRequest,
  PlanVersion,
} from "#data/model/answers/planEdits.ts";
import { TABLE_COLUMNS } from "#data/model/planning/sources/table.ts";
import { createApi, defineRoute, SlugPath, ThingPath, writeRefusals } from "../api.ts";
import { changePlan } from "./change.ts";
import { createPlan } from "./create.ts";
import { createFromOutlines } from "./fromOutlines.ts";
import { createFromTable } from "./fromTable.ts";
import { deletePlan } from "./remove.ts";
import { changing, json, making } from "../routeParts.ts";

const createRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans",
  summary: "A draft from the plan in force, from nothing or from another plan, with a first change",
  request: { params: SlugPath, ...json(NewPlan) },
  responses: making(CreatedPlan),
});

const PlanForm = z.object({
  ...NewPlan.omit({ from: true, change: true }).shape,
  file: z.instanceof(File).meta({ type: "string", format: "binary" }),
});

/** A column by what the file calls it; what is left out is found by the usual words. */
const column = z.string().trim().min(1).max(80).optional();
const TableForm = PlanForm.extend({
  buildingColumn: column,
  compoundColumn: column,
  entranceColumn: column,
  microGridColumn: column,
  gridColumn: column,
});

const formOf = <T extends z.ZodType>(schema: T) =>
  ({ body: { required: true, content: { "multipart/form-data": { schema } } } }) as const;

const outlinesRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans/from-outlines",
  summary: "A draft from polygons with names (GeoJSON): each unit goes where it stands",
  request: { params: SlugPath, ...formOf(PlanForm) },
  responses: making(CreatedPlan),
});

const tableRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans/from-table",
  summary: "A draft from a table of buildings, micro-grids and grids (.xlsx or CSV)",
  request: { params: SlugPath, ...formOf(TableForm) },
  responses: making(CreatedPlan),
});

const changeRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans/{id}/changes",
  summary: "An edit of a draft, made to the version that was read",
  request: { params: ThingPath, ...json(PlanChangeRequest) },
  responses: changing(PlanVersion),
});

const deleteRoute = defineRoute("plan", {
  method: "delete",
  path: "/communities/{slug}/plans/{id}",
  summary: "Remove a draft",
  request: { params: ThingPath },
  responses: { 204: { description: "It is gone." }, ...writeRefusals },
});

export const planWriteRoutes = () =>
  createApi()
    .openapi(createRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { plan, isNew } = await createPlan(c.var.ctx, slug, c.req.valid("json"));
      return c.json(plan, isNew ? 201 : 200);
    })
    .openapi(outlinesRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { file, ...head } = c.req.valid("form");
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { plan, isNew } = await createFromOutlines(c.var.ctx, slug, head, bytes);
      return c.json(plan, isNew ? 201 : 200);
    })
    .openapi(tableRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { file, id, name, note, ...form } = c.req.valid("form");
      const columns = Object.fromEntries(
        TABLE_COLUMNS.flatMap((column) => {
          const title = form[`${column}Column`];
          return title === undefined ? [] : [[column, title]];
        }),
      );
      const bytes = new Uint8Array(await file.arrayBuffer());
      const head = { id, name, note };
      const { plan, isNew } = await createFromTable(c.var.ctx, slug, head, bytes, columns);
      return c.json(plan, isNew ? 201 : 200);
    })
    .openapi(changeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changePlan(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(deleteRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      await deletePlan(c.var.ctx, slug, id);
      return c.body(null, 204);
    });
