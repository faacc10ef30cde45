import { z } from "zod";
import {
  CoveredGap,
  GapCover,
  GroundImportReport,
  MappingChoice,
} from "#data/model/answers/ground.ts";
import { createApi, defineRoute, SlugPath, writeRefusals } from "../api.ts";
import { changing, json } from "../routeParts.ts";
import { buildingGroundRoutes } from "./buildingRoutes.ts";
import { compoundGroundRoutes } from "./compoundRoutes.ts";
import { coverGap } from "./coverGap.ts";
import { importBuildings } from "./importBuildings.ts";

const MappingField = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(MappingChoice);

const ImportForm = z.object({
  file: z.instanceof(File).meta({ type: "string", format: "binary" }),
  dryRun: z.enum(["true", "false"]).default("true"),
  mapping: MappingField.optional().meta({
    type: "string",
    description: "JSON: role → property of the file, null for none; what is left out is guessed",
  }),
});

const content = { "application/json": { schema: GroundImportReport } };

const importRoute = defineRoute("edit-ground", {
  method: "post",
  path: "/communities/{slug}/buildings/import",
  summary: "A GeoJSON file of footprints brought into a community that is there already",
  request: {
    params: SlugPath,
    body: { required: true, content: { "multipart/form-data": { schema: ImportForm } } },
  },
  responses: {
    200: { description: "Nothing was written: what would be.", content },
    201: { description: "New ones added, changed ones changed; missing ones stay.", content },
    ...writeRefusals,
  },
});

const coverRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/coverage-gaps/{unitId}/cover",
  summary: "Puts one uncovered unit into a micro-grid of the plan in force",
  request: { params: SlugPath.extend({ unitId: z.uuid() }), ...json(GapCover) },
  responses: changing(CoveredGap),
});

export const groundRoutes = () =>
  createApi()
    .route("/", buildingGroundRoutes())
    .route("/", compoundGroundRoutes())
    .openapi(importRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { file, dryRun, mapping = {} } = c.req.valid("form");
      const bytes = new Uint8Array(await file.arrayBuffer());
      const isDryRun = dryRun === "true";
      const report = await importBuildings(c.var.ctx, slug, { bytes, mapping, isDryRun });
      return c.json(report, report.isStored ? 201 : 200);
    })
    .openapi(coverRoute, async (c) => {
      const { slug, unitId } = c.req.valid("param");
      return c.json(await coverGap(c.var.ctx, slug, unitId, c.req.valid("json")), 200);
    });
