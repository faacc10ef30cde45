import {
  DutyChange,
  DutyEnd,
  LeaveCancellation,
  LeaveChange,
  LeaveRow,
  NewDuty,
  NewLeave,
  PostRow,
} from "#data/model/answers/people.ts";
import { createApi, defineRoute, SlugPath, ThingPath } from "../api.ts";
import { changeDuty, endDuty } from "./changeDuty.ts";
import { giveDuty } from "./giveDuty.ts";
import { cancelLeave, changeLeave, createLeave } from "./leaves.ts";
import { changing, doing, json, making } from "../routeParts.ts";

const giveRoute = defineRoute("manage-people", {
  method: "post",
  path: "/communities/{slug}/duties",
  summary: "A duty for somebody, or a post that nobody holds yet",
  request: { params: SlugPath, ...json(NewDuty) },
  responses: making(PostRow),
});

const changeRoute = defineRoute("manage-people", {
  method: "patch",
  path: "/communities/{slug}/duties/{id}",
  summary: "Fill a post, correct its days, or give it to somebody else",
  request: { params: ThingPath, ...json(DutyChange) },
  responses: changing(PostRow),
});

const endRoute = defineRoute("manage-people", {
  method: "post",
  path: "/communities/{slug}/duties/{id}/end",
  summary: "The last day of a duty, and why",
  request: { params: ThingPath, ...json(DutyEnd) },
  responses: doing(PostRow),
});

const leaveRoute = defineRoute("manage-people", {
  method: "post",
  path: "/communities/{slug}/leaves",
  summary: "An absence from a duty, and who stands in",
  request: { params: SlugPath, ...json(NewLeave) },
  responses: making(LeaveRow),
});

const changeLeaveRoute = defineRoute("manage-people", {
  method: "patch",
  path: "/communities/{slug}/leaves/{id}",
  summary: "Other days of a leave, or another stand-in",
  request: { params: ThingPath, ...json(LeaveChange) },
  responses: changing(LeaveRow),
});

const cancelLeaveRoute = defineRoute("manage-people", {
  method: "post",
  path: "/communities/{slug}/leaves/{id}/cancel",
  summary: "A leave that is not taken",
  request: { params: ThingPath, ...json(LeaveCancellation) },
  responses: doing(LeaveRow),
});

export const dutyRoutes = () =>
  createApi()
    .openapi(giveRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { row, isNew } = await giveDuty(c.var.ctx, slug, c.req.valid("json"));
      return c.json(row, isNew ? 201 : 200);
    })
    .openapi(changeRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changeDuty(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(endRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await endDuty(c.var.ctx, slug, id, c.req.valid("json")), 201);
    })
    .openapi(leaveRoute, async (c) => {
      const { slug } = c.req.valid("param");
      const { row, isNew } = await createLeave(c.var.ctx, slug, c.req.valid("json"));
      return c.json(row, isNew ? 201 : 200);
    })
    .openapi(changeLeaveRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      return c.json(await changeLeave(c.var.ctx, slug, id, c.req.valid("json")), 200);
    })
    .openapi(cancelLeaveRoute, async (c) => {
      const { slug, id } = c.req.valid("param");
      const { version } = c.req.valid("json");
      return c.json(await cancelLeave(c.var.ctx, slug, id, version), 201);
    });
