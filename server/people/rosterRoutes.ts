import { z } from "zod";
import { RosterReport } from "#data/model/answers/people.ts";
import { createApi, defineRoute, refusals, SlugPath, writeRefusals } from "../api.ts";
import { exportRoster } from "./exportRoster.ts";
import { importRoster } from "./importRoster.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const RosterForm = z.object({
  file: z.instanceof(File).meta({ type: "string", format: "binary" }),
  dryRun: z.enum(["true", "false"]).default("true"),
  onProblems: z.enum(["refuse", "skip"]).default("refuse"),
});

const content = { "application/json": { schema: RosterReport } };

const importRoute = defineRoute("manage-people", {
  method: "post",
  path: "/communities/{slug}/people/import",
  summary: "People, duties and accounts from a spreadsheet (.xlsx or CSV)",
  request: {
    params: SlugPath,
    body: { required: true, content: { "multipart/form-data": { schema: RosterForm } } },
  },
  responses: {
    200: { description: "Nothing was written: what would be, and what is in the way.", content },
    201: { description: "Taken in.", content },
    ...writeRefusals,
  },
});

const exportRoute = defineRoute("manage-people", {
  method: "get",
  path: "/communities/{slug}/people.xlsx",
  summary: "The roster as a spreadsheet, which can be taken in again",
  request: { params: SlugPath },
  responses: {
    200: {
      description: "The first line says who made it and when.",
      content: { [XLSX]: { schema: z.string().meta({ format: "binary" }) } },
    },
    ...refusals,
  },
});

export const rosterRoutes = () =>
  createApi()
    .openapi(importRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { file, dryRun, onProblems } = c.req.valid("form");
      const bytes = new Uint8Array(await file.arrayBuffer());
      const isDryRun = dryRun === "true";
      const report = await importRoster(c.var.ctx, slug, { bytes, isDryRun, onProblems });
      return c.json(report, report.isStored ? 201 : 200);
    })
    .openapi(exportRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const bytes = await exportRoster(c.var.ctx, slug);
      return c.body(bytes, 200, {
        "Content-Type": XLSX,
        "Content-Disposition": `attachment; filename="${encodeURIComponent(slug)}-people.xlsx"`,
        "Cache-Control": "no-store",
      });
    });
