import {
  AccountRequest,
  GivenAccount,
  Password,
  PersonSummary,
  Reason,
  SuggestedUsername,
} from "#data/model/answers/people.ts";
import { answers, createApi, defineRoute, ThingPath } from "../api.ts";
import { giveAccount, renewPassword, setAccountClosed, suggestAccount } from "./accounts.ts";
import { doing, json } from "../routeParts.ts";

const path = "/communities/{slug}/people/{id}/account";

const suggestRoute = defineRoute("manage-people", {
  method: "get",
  path: `${path}/suggestion`,
  summary: "A name to sign in with that nobody has",
  request: { params: ThingPath },
  responses: answers(SuggestedUsername, "Free at this moment."),
});

const giveRoute = defineRoute("manage-people", {
  method: "post",
  path,
  summary: "Let somebody sign in; the password is told this once",
  request: { params: ThingPath, ...json(AccountRequest) },
  responses: doing(GivenAccount),
});

const passwordRoute = defineRoute("manage-people", {
  method: "post",
  path: `${path}/password`,
  summary: "A new password, told this once; all sessions end",
  request: { params: ThingPath },
  responses: doing(Password),
});

const closeRoute = defineRoute("manage-people", {
  method: "post",
  path: `${path}/close`,
  summary: "Let somebody sign in no more",
  request: { params: ThingPath, ...json(Reason) },
  responses: doing(PersonSummary),
});

const openRoute = defineRoute("manage-people", {
  method: "post",
  path: `${path}/open`,
  summary: "Let somebody sign in again",
  request: { params: ThingPath },
  responses: doing(PersonSummary),
});

export const accountRoutes = () =>
  createApi()
    .openapi(suggestRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json({ username: await suggestAccount(c.var.ctx, slug, id) }, 200);
    })
    .openapi(giveRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await giveAccount(c.var.ctx, slug, id, c.req.valid("json")), 201);
    })
    .openapi(passwordRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await renewPassword(c.var.ctx, slug, id), 201);
    })
    .openapi(closeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      const { reason } = c.req.valid("json");
      return c.json(await setAccountClosed(c.var.ctx, slug, id, reason), 201);
    })
    .openapi(openRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await setAccountClosed(c.var.ctx, slug, id, null), 201);
    });
