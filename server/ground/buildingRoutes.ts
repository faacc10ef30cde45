import {
  BuildingEdit,
  BuildingGround,
  BuildingRemoval,
  BuildingUses,
  NewBuilding,
  RemovedBuilding,
} from "#data/model/answers/ground.ts";
import { answers, createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { changing, json, making } from "../routeParts.ts";
import { addBuilding } from "./addBuilding.ts";
import { changeBuilding } from "./changeBuilding.ts";
import { getBuildingGround } from "./getBuilding.ts";
import { removeBuilding } from "./removeBuilding.ts";
import { usesOfBuilding } from "./uses.ts";

const getRoute = defineRoute("edit-ground", {
  method: "get",
  path: "/communities/{slug}/buildings/{id}/ground",
  summary: "A building as it is edited, with its footprint and version",
  request: { params: ThingPath },
  responses: answers(BuildingGround, "The building."),
});

const usesRoute = defineRoute("edit-ground", {
  method: "get",
  path: "/communities/{slug}/buildings/{id}/uses",
  summary: "What hangs on a building: plans, homes, entrances, duties, places",
  request: { params: ThingPath },
  responses: answers(BuildingUses, "To be shown before it is deleted."),
});

const addRoute = defineRoute("edit-ground", {
  method: "post",
  path: "/communities/{slug}/buildings",
  summary: "A building that was not there; no plan covers it yet",
  request: { params: SlugPath, ...json(NewBuilding) },
  responses: making(BuildingGround),
});

const changeRoute = defineRoute("edit-ground", {
  method: "patch",
  path: "/communities/{slug}/buildings/{id}",
  summary: "Another name, other facts, another footprint; every plan keeps what it says of it",
  request: { params: ThingPath, ...json(BuildingEdit) },
  responses: changing(BuildingGround),
});

const removeRoute = defineRoute("edit-ground", {
  method: "delete",
  path: "/communities/{slug}/buildings/{id}",
  summary: "Deletes a building, and takes it out of every plan that is not former",
  request: { params: ThingPath, ...json(BuildingRemoval) },
  responses: changing(RemovedBuilding),
});

export const buildingGroundRoutes = () =>
  createApi()
    .openapi(getRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getBuildingGround(c.var.ctx, slug, id), 200);
    })
    .openapi(usesRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await usesOfBuilding(c.var.ctx, slug, id), 200);
    })
    .openapi(addRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { row, isNew } = await addBuilding(c.var.ctx, slug, c.req.valid("json"));
      return c.json(row, isNew ? 201 : 200);
    })
    .openapi(changeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changeBuilding(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(removeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await removeBuilding(c.var.ctx, slug, id, c.req.valid("json")), 200);
    });
