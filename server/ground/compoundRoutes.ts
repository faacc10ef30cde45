import {
  CompoundEdit,
  CompoundGround,
  CompoundListing,
  GroundChoices,
} from "#data/model/answers/ground.ts";
import { answers, createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { changing, json } from "../routeParts.ts";
import { changeCompound, getCompoundGround, groundChoices } from "./compounds.ts";
import { listInCompound } from "./listInCompound.ts";

const choicesRoute = defineRoute("edit-ground", {
  method: "get",
  path: "/communities/{slug}/ground",
  summary: "The compounds, with their boundaries, for forms about buildings",
  request: { params: SlugPath },
  responses: answers(GroundChoices, "By name."),
});

const getRoute = defineRoute("edit-ground", {
  method: "get",
  path: "/communities/{slug}/compounds/{id}/ground",
  summary: "A compound as it is edited, and which buildings its boundary would list otherwise",
  request: { params: ThingPath },
  responses: answers(CompoundGround, "The compound."),
});

const changeRoute = defineRoute("edit-ground", {
  method: "patch",
  path: "/communities/{slug}/compounds/{id}",
  summary: "Another name or boundary; buildings are proposed for listing, never moved",
  request: { params: ThingPath, ...json(CompoundEdit) },
  responses: changing(CompoundGround),
});

const listRoute = defineRoute("edit-ground", {
  method: "post",
  path: "/communities/{slug}/compounds/{id}/buildings",
  summary: "Lists buildings in a compound, and takes others out of it",
  request: { params: ThingPath, ...json(CompoundListing) },
  responses: changing(CompoundGround),
});

export const compoundGroundRoutes = () =>
  createApi()
    .openapi(choicesRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await groundChoices(c.var.ctx, slug), 200);
    })
    .openapi(getRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getCompoundGround(c.var.ctx, slug, id), 200);
    })
    .openapi(changeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changeCompound(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(listRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await listInCompound(c.var.ctx, slug, id, c.req.valid("json")), 200);
    });
