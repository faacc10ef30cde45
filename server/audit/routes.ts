import { z } from "zod";
import { AuditChoices, AuditPage } from "#data/model/answers/audit.ts";
import { answers, createApi, defineRoute, refusals, SlugPath } from "../api.ts";
import { exportAudit } from "./export.ts";
import { AuditFilter } from "./filter.ts";
import { listAudit, listChoices, listOwnAudit } from "./list.ts";
import { SHEET_LANGUAGES } from "./sheetWords.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** It grows with every request of anybody. */
const NOT_KEPT = { "Cache-Control": "no-store" };

const Paging = z.object({
  before: z.uuid().optional().meta({ description: "The last row that was read" }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const listRoute = defineRoute("read-audit", {
  method: "get",
  path: "/communities/{slug}/audit",
  summary: "Who did what, when, from what to what, and why",
  request: { params: SlugPath, query: AuditFilter.extend(Paging.shape) },
  responses: answers(AuditPage, "Newest first; residents are masked."),
});

const choicesRoute = defineRoute("read-audit", {
  method: "get",
  path: "/communities/{slug}/audit/choices",
  summary: "What the audit can be filtered by",
  request: { params: SlugPath },
  responses: answers(AuditChoices, "The people and actions that are in it."),
});

const exportRoute = defineRoute("read-audit", {
  method: "get",
  path: "/communities/{slug}/audit.xlsx",
  summary: "The filtered audit as a spreadsheet; that it was made is written down",
  request: {
    params: SlugPath,
    query: AuditFilter.extend({ language: z.enum(SHEET_LANGUAGES).default("zh-CN") }),
  },
  responses: {
    200: {
      description: "The first line says who made it and when.",
      content: { [XLSX]: { schema: z.string().meta({ format: "binary" }) } },
    },
    ...refusals,
  },
});

const ownRoute = defineRoute("signed-in", {
  method: "get",
  path: "/me/audit",
  summary: "What one did oneself",
  request: { query: Paging },
  responses: answers(AuditPage, "Newest first, of all communities one has a duty in."),
});

export const auditRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listAudit(c.var.ctx, slug, c.req.valid("query")), 200, NOT_KEPT);
    })
    .openapi(choicesRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listChoices(c.var.ctx, slug), 200, NOT_KEPT);
    })
    .openapi(exportRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { bytes, name } = await exportAudit(c.var.ctx, slug, c.req.valid("query"));
      return c.body(new Uint8Array(bytes), 200, {
        ...NOT_KEPT,
        "Content-Type": XLSX,
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
      });
    })
    .openapi(ownRoute, async (c) => {
      return c.json(await listOwnAudit(c.var.ctx, c.req.valid("query")), 200, NOT_KEPT);
    });
