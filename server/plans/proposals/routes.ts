import { z } from "zod";
import { ProposalRequest, ProposalStatus } from "#data/model/answers/proposals.ts";
import { answers, createApi, defineRoute, refusals, ThingPath, writeRefusals } from "../../api.ts";
import { refusals as hardeningRefusals } from "../../hardening/refusals.ts";
import { json } from "../../routeParts.ts";
import { cancelProposal, getProposal, startProposal } from "./proposals.ts";

const RETRY_AFTER_SECONDS = "10";
const JobPath = ThingPath.extend({ job: z.uuid() });
/** What a job says changes from one moment to the next. */
const NOT_KEPT = { "Cache-Control": "no-store" };

const startRoute = defineRoute("plan", {
  method: "post",
  path: "/communities/{slug}/plans/{id}/proposals",
  summary: "Have divisions of a draft worked out: three alternatives, none of them stored",
  request: { params: ThingPath, ...json(ProposalRequest) },
  responses: {
    202: {
      description: "Begun; `Location` says where to ask how far it is.",
      content: { "application/json": { schema: ProposalStatus } },
    },
    ...writeRefusals,
  },
});

const getRoute = defineRoute("plan", {
  method: "get",
  path: "/communities/{slug}/plans/{id}/proposals/{job}",
  summary: "How far a proposal is, and at its end the alternatives",
  request: { params: JobPath },
  responses: answers(ProposalStatus, "Kept for half an hour, by the process that was asked."),
});

const cancelRoute = defineRoute("plan", {
  method: "delete",
  path: "/communities/{slug}/plans/{id}/proposals/{job}",
  summary: "Stop working a proposal out, with the best so far",
  request: { params: JobPath },
  responses: { 204: { description: "It comes to its end." }, ...refusals },
});

export const proposalRoutes = () =>
  createApi()
    .openapi(startRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      const status = await startProposal(c.var.ctx, slug, id, c.req.valid("json"));
      if (!status) {
        c.header("Retry-After", RETRY_AFTER_SECONDS);
        throw hardeningRefusals.busy();
      }
      const here = `/api/communities/${slug}/plans/${id}/proposals/${status.id}`;
      return c.json(status, 202, { Location: here, ...NOT_KEPT });
    })
    .openapi(getRoute, async (c) => {
      const { slug, id, job } = c.req.valid("param");
      return c.json(await getProposal(c.var.ctx, slug, id, job), 200, NOT_KEPT);
    })
    .openapi(cancelRoute, async (c) => {
      const { slug, id, job } = c.req.valid("param");
      await cancelProposal(c.var.ctx, slug, id, job);
      return c.body(null, 204);
    });
