import { z } from "zod";
import { RevealAllowance, Revealed, RevealWhat } from "#data/model/answers/reveal.ts";
import { REASON_LENGTH } from "#data/model/audit/reason.ts";
import { answers, createApi, defineRoute, ONE_LINE, SlugPath, ThingPath } from "../api.ts";
import { getAllowance, revealHousehold } from "./reveal.ts";

/** Names and phones stay in no cache on the way. */
const NOT_KEPT = { "Cache-Control": "no-store" };

const RevealBody = z.object({
  what: RevealWhat,
  /** Why; whoever reads the audit reads it. */
  reason: z.string().trim().min(REASON_LENGTH.min).max(REASON_LENGTH.max).regex(ONE_LINE),
});

const revealRoute = defineRoute("reveal", {
  method: "post",
  path: "/communities/{slug}/households/{id}/reveal",
  summary: "A household's name or phone in full; who asked, when and why is written down",
  request: {
    params: ThingPath,
    body: { required: true, content: { "application/json": { schema: RevealBody } } },
  },
  responses: answers(Revealed, "What was asked for. 429 above the community's limit per hour."),
});

const allowanceRoute = defineRoute("reveal", {
  method: "get",
  path: "/communities/{slug}/reveals",
  summary: "How often one may still have a name or phone shown in full",
  request: { params: SlugPath },
  responses: answers(RevealAllowance, "Of the last sixty minutes."),
});

export const householdRoutes = () =>
  createApi()
    .openapi(revealRoute, async (c) => {
      const { slug, id: householdId } = c.req.valid("param");
      const request = { slug, householdId, ...c.req.valid("json") };
      return c.json(await revealHousehold(c.var.ctx, request), 200, NOT_KEPT);
    })
    .openapi(allowanceRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await getAllowance(c.var.ctx, slug), 200, NOT_KEPT);
    });
