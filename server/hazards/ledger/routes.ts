import type { Context } from "hono";
import { z } from "zod";
import { createApi, defineRoute, refusals, type RequestEnv, SlugPath } from "../../api.ts";
import { SHEET_LOCALES } from "../../reporting/words.ts";
import { HazardFilter } from "../filter.ts";
import { makeLedger } from "./export.ts";
import { ledgerText, ledgerWorkbook } from "./files.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv; charset=utf-8";

const query = HazardFilter.extend({ locale: z.enum(SHEET_LOCALES).default("zh-CN") });

const file = (type: string) => ({
  responses: {
    200: {
      description: "A line for each hazard, the pictures as links.",
      content: { [type]: { schema: z.string().meta({ format: "binary" }) } },
    },
    ...refusals,
  },
});

// Which hazards there are for whom, say the policies of their table.
const workbookRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/hazards.xlsx",
  summary:
    "The ledger of hazards as a spreadsheet, filtered as the list; that it was made is written down",
  request: { params: SlugPath, query },
  ...file(XLSX),
});

const textRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/hazards.csv",
  summary:
    "The ledger of hazards as CSV in UTF-8, filtered as the list; that it was made is written down",
  request: { params: SlugPath, query },
  ...file("text/csv"),
});

export const ledgerRoutes = () =>
  createApi()
    .openapi(workbookRoute, async (c) => {
      const { locale, ...filter } = c.req.valid("query");
      const options = { filter, locale, origin: originOf(c) };
      const ledger = await makeLedger(c.var.ctx, c.req.valid("param").slug, options);
      const bytes = new Uint8Array(await ledgerWorkbook(ledger));
      return c.body(bytes, 200, headersOf(`${ledger.name}.xlsx`, XLSX));
    })
    .openapi(textRoute, async (c) => {
      const { locale, ...filter } = c.req.valid("query");
      const options = { filter, locale, origin: originOf(c) };
      const ledger = await makeLedger(c.var.ctx, c.req.valid("param").slug, options);
      return c.body(ledgerText(ledger), 200, headersOf(`${ledger.name}.csv`, CSV));
    });

/** Where people reach the server: as it is set, or as whoever asks reached it. */
function originOf(c: Context<RequestEnv>): string {
  return c.var.ctx.publicUrl ?? new URL(c.req.url).origin;
}

function headersOf(name: string, type: string) {
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    // With people's names in it, and another tomorrow.
    "Cache-Control": "no-store",
  };
}
