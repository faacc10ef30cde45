import { z } from "zod";
import { AccountRow, AdminChange } from "#data/model/answers/people.ts";
import { answers, createApi, defineRoute } from "../api.ts";
import { listAccounts, setAdministrator } from "../accounts/manageAdministrators.ts";
import { doing, json } from "../routeParts.ts";

const listRoute = defineRoute("manage-accounts", {
  method: "get",
  path: "/accounts",
  summary: "All accounts, with whom they are where",
  responses: answers(z.array(AccountRow), "By username."),
});

const adminRoute = defineRoute("manage-accounts", {
  method: "post",
  path: "/accounts/{userId}/admin",
  summary: "Make an account an administrator's, or take it back",
  request: { params: z.object({ userId: z.uuid() }), ...json(AdminChange) },
  responses: doing(AccountRow),
});

export const administratorRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => c.json(await listAccounts(c.var.ctx), 200))
    .openapi(adminRoute, async (c) => {
      const { userId } = c.req.valid("param");
      return c.json(await setAdministrator(c.var.ctx, userId, c.req.valid("json")), 201);
    });
