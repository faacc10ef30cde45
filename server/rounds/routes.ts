import { z } from "zod";
import {
  MyTargets,
  NewRound,
  RoundChange,
  RoundDetail,
  RoundEnd,
  RoundPreview,
  RoundSummary,
  RoundTargets,
  TargetChoices,
} from "#data/model/answers/rounds.ts";
import { answers, createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { changing, doing, json, making } from "../routeParts.ts";
import { changeRound, endRound } from "./change.ts";
import { createRound } from "./create.ts";
import { leavingRoutes } from "./leavingRoutes.ts";
import { listMyTargets } from "./myTargets.ts";
import { previewRound } from "./preview.ts";
import { getRound, listRounds, listTargets } from "./read.ts";

const listRoute = defineRoute("see-hazards", {
  method: "get",
  path: "/communities/{slug}/rounds",
  summary: "Rounds of inspection, and how far each is in its period of today",
  request: {
    params: SlugPath,
    query: z.object({
      open: z.stringbool().optional().meta({ description: "Only those that nobody ended" }),
    }),
  },
  responses: answers(z.array(RoundSummary), "Newest first."),
});

const createRoute = defineRoute("manage-rounds", {
  method: "post",
  path: "/communities/{slug}/rounds",
  summary: "A round: what to visit, by which list, when",
  request: { params: SlugPath, ...json(NewRound) },
  responses: making(RoundDetail),
});

const previewRoute = defineRoute("manage-rounds", {
  method: "post",
  path: "/communities/{slug}/rounds/preview",
  summary: "How many targets some choices are, and to whom they would fall",
  request: { params: SlugPath, ...json(TargetChoices) },
  responses: changing(RoundPreview),
});

const getRoute = defineRoute("see-hazards", {
  method: "get",
  path: "/communities/{slug}/rounds/{id}",
  summary: "A round with its list",
  request: { params: ThingPath },
  responses: answers(RoundDetail, "The round."),
});

const changeRoute = defineRoute("manage-rounds", {
  method: "put",
  path: "/communities/{slug}/rounds/{id}",
  summary: "Other words, days or lines of a round, and more targets",
  request: { params: ThingPath, ...json(RoundChange) },
  responses: changing(RoundDetail),
});

const endRoute = defineRoute("manage-rounds", {
  method: "post",
  path: "/communities/{slug}/rounds/{id}/end",
  summary: "Nothing of a round is to be visited any more",
  request: { params: ThingPath, ...json(RoundEnd) },
  responses: doing(RoundDetail),
});

const targetsRoute = defineRoute("see-hazards", {
  method: "get",
  path: "/communities/{slug}/rounds/{id}/targets",
  summary: "What a round visits, how each stands today and to whom it falls",
  description: "Homes are told only to duties that may see who lives there, by their door.",
  request: { params: ThingPath },
  responses: answers(RoundTargets, "Never, late, due, then done."),
});

const myTargetsRoute = defineRoute("inspect", {
  method: "get",
  path: "/communities/{slug}/my-targets",
  summary: "What is the reader's to visit, with the lists to go by",
  request: { params: SlugPath },
  responses: answers(MyTargets, "Never, late, due, then done."),
});

export const roundRoutes = () =>
  createApi()
    .route("/", leavingRoutes())
    .openapi(listRoute, async (c) => {
      const { open = false } = c.req.valid("query");
      return c.json(await listRounds(c.var.ctx, c.req.valid("param").slug, { isOpen: open }), 200);
    })
    .openapi(createRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { round, isNew } = await createRound(c.var.ctx, slug, c.req.valid("json"));
      return c.json(round, isNew ? 201 : 200);
    })
    .openapi(previewRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await previewRound(c.var.ctx, slug, c.req.valid("json")), 200);
    })
    .openapi(getRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getRound(c.var.ctx, slug, id), 200);
    })
    .openapi(changeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changeRound(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(endRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await endRound(c.var.ctx, slug, id, c.req.valid("json")), 201);
    })
    .openapi(targetsRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await listTargets(c.var.ctx, slug, id), 200);
    })
    .openapi(myTargetsRoute, async (c) =>
      c.json(await listMyTargets(c.var.ctx, c.req.valid("param").slug), 200),
    );
