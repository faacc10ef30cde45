import { z } from "zod";
import {
  NewPerson,
  PersonChange,
  PersonDetail,
  PersonSummary,
  PostRow,
} from "#data/model/answers/people.ts";
import { answers, createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { getPerson } from "./get.ts";
import { listPeople, listVacantPosts } from "./list.ts";
import { changing, json, making } from "../routeParts.ts";
import { changePerson, createPerson } from "./save.ts";

const listRoute = defineRoute("manage-people", {
  method: "get",
  path: "/communities/{slug}/people",
  summary: "Everybody of a community: duties, leaves, account",
  request: { params: SlugPath },
  responses: answers(z.array(PersonSummary), "By name."),
});

const listPostsRoute = defineRoute("manage-people", {
  method: "get",
  path: "/communities/{slug}/posts",
  summary: "Posts that nobody holds",
  request: { params: SlugPath },
  responses: answers(z.array(PostRow), "Of today and to come."),
});

const getRoute = defineRoute("manage-people", {
  method: "get",
  path: "/communities/{slug}/people/{id}",
  summary: "Somebody, with what they may see and do today",
  request: { params: ThingPath },
  responses: answers(PersonDetail, "The person."),
});

const createRoute = defineRoute("manage-people", {
  method: "post",
  path: "/communities/{slug}/people",
  summary: "Somebody new",
  request: { params: SlugPath, ...json(NewPerson) },
  responses: making(PersonSummary),
});

const changeRoute = defineRoute("manage-people", {
  method: "patch",
  path: "/communities/{slug}/people/{id}",
  summary: "Another name or phone",
  request: { params: ThingPath, ...json(PersonChange) },
  responses: changing(PersonSummary),
});

export const personRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listPeople(c.var.ctx, slug), 200);
    })
    .openapi(listPostsRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listVacantPosts(c.var.ctx, slug), 200);
    })
    .openapi(getRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await getPerson(c.var.ctx, slug, id), 200);
    })
    .openapi(createRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { row, isNew } = await createPerson(c.var.ctx, slug, c.req.valid("json"));
      return c.json(row, isNew ? 201 : 200);
    })
    .openapi(changeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changePerson(c.var.ctx, slug, id, c.req.valid("json")), 200);
    });
