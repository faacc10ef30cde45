import { z } from "zod";
import { LeavingOut, LeftOut, PuttingBack, RoundDetail } from "#data/model/answers/rounds.ts";
import { answers, createApi, defineRoute, ThingPath } from "../api.ts";
import { doing, json } from "../routeParts.ts";
import { leaveOut, putBack } from "./leaveOut.ts";
import { listLeftOut } from "./leftOut.ts";

const leaveOutRoute = defineRoute("manage-rounds", {
  method: "post",
  path: "/communities/{slug}/rounds/{id}/leave-out",
  summary: "Single targets that are not to be visited, and why",
  request: { params: ThingPath, ...json(LeavingOut) },
  responses: doing(RoundDetail),
});

const putBackRoute = defineRoute("manage-rounds", {
  method: "post",
  path: "/communities/{slug}/rounds/{id}/put-back",
  summary: "Targets that were taken out, or single others",
  request: { params: ThingPath, ...json(PuttingBack) },
  responses: doing(RoundDetail),
});

const leftOutRoute = defineRoute("manage-rounds", {
  method: "get",
  path: "/communities/{slug}/rounds/{id}/left-out",
  summary: "What was taken out of a round, by whom, when and why",
  description: "As far as the reader may read the audit. Homes are not told of.",
  request: { params: ThingPath },
  responses: answers(z.array(LeftOut), "Newest first."),
});

export const leavingRoutes = () =>
  createApi()
    .openapi(leaveOutRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await leaveOut(c.var.ctx, slug, id, c.req.valid("json")), 201);
    })
    .openapi(putBackRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await putBack(c.var.ctx, slug, id, c.req.valid("json")), 201);
    })
    .openapi(leftOutRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await listLeftOut(c.var.ctx, slug, id), 200);
    });
