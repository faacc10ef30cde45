import { z } from "zod";
import { Me, SignInHelp } from "#data/model/answers/accounts.ts";
import { PASSWORD_LENGTH } from "#data/model/passwords.ts";
import { ACTIONS } from "#data/model/permissions.ts";
import { mayIn, requireSignedIn } from "../access/requireDuty.ts";
import { answers, createApi, defineRoute, ONE_LINE, refusals } from "../api.ts";
import { announceAccounts } from "../context.ts";
import { addressOf } from "../hardening/person.ts";
import { problems } from "../problem.ts";
import { Attempts } from "./attempts.ts";
import { USERNAME_LENGTH } from "../accounts/auth.ts";
import { deviceOf, rememberDevice } from "./device.ts";
import { handOn, passCookies } from "./handOn.ts";
import { readSignInHelp } from "./help.ts";

const Username = z.string().trim().min(1).max(USERNAME_LENGTH.max).regex(ONE_LINE);
const Password = z.string().min(1).max(PASSWORD_LENGTH.max);
const Done = z.object({ done: z.literal(true) });

const json = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

const signIn = defineRoute("public", {
  method: "post",
  path: "/auth/sign-in/username",
  summary: "Sign in; the answer sets a session cookie",
  request: json(
    z.object({ username: Username, password: Password, rememberMe: z.boolean().optional() }),
  ),
  responses: { ...answers(Done, "Signed in."), ...refusals },
});

const signOut = defineRoute("public", {
  method: "post",
  path: "/auth/sign-out",
  summary: "Sign out in this browser",
  responses: answers(Done, "Signed out, or never was in."),
});

const signOutEverywhere = defineRoute("signed-in", {
  method: "post",
  path: "/auth/revoke-sessions",
  summary: "Sign out in every browser",
  responses: answers(Done, "All sessions of this account are over."),
});

const changePassword = defineRoute("signed-in", {
  method: "post",
  path: "/auth/change-password",
  summary: "A new password; all other browsers are signed out",
  request: json(
    z.object({
      currentPassword: Password,
      newPassword: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max),
    }),
  ),
  responses: answers(Done, "Changed."),
});

const getMe = defineRoute("signed-in", {
  method: "get",
  path: "/me",
  summary: "Who is signed in, and what they hold today",
  responses: answers(Me, "Communities in the order of their age."),
});

const getHelp = defineRoute("public", {
  method: "get",
  path: "/sign-in-help",
  summary: "The sample accounts, while there are any",
  responses: answers(SignInHelp, "For the sign-in page."),
});

export const signInRoutes = () => {
  const attempts = new Attempts();
  return createApi()
    .openapi(signIn, async (c) => {
      const { ctx } = c.var;
      const body = c.req.valid("json");
      const { username } = body;
      const deviceId = await deviceOf(c, ctx.signing.secret, username);
      const attempt = { username, address: addressOf(c), deviceId };
      await attempts.take(attempt);
      const response = await handOn(c, ctx, "/sign-in/username", body);
      if (response.status === 403) throw problems.accountClosed();
      if (!response.ok) throw problems.wrongPassword();
      await attempts.forgive(attempt);
      passCookies(response, c);
      if (!deviceId) await rememberDevice(c, ctx.signing, username);
      return c.json({ done: true as const }, 200);
    })
    .openapi(signOut, async (c) => {
      const { ctx } = c.var;
      passCookies(await handOn(c, ctx, "/sign-out", {}), c);
      // Who was not in changes nothing, and must not make everybody be asked anew.
      if (ctx.actor.kind === "person") await announceAccounts(ctx);
      return c.json({ done: true as const }, 200);
    })
    .openapi(signOutEverywhere, async (c) => {
      requireSignedIn(c.var.ctx);
      await handOn(c, c.var.ctx, "/revoke-sessions", {});
      passCookies(await handOn(c, c.var.ctx, "/sign-out", {}), c);
      await announceAccounts(c.var.ctx);
      return c.json({ done: true as const }, 200);
    })
    .openapi(changePassword, async (c) => {
      const { ctx } = c.var;
      const { username } = requireSignedIn(ctx);
      // The session is a browser that was let in; it may not try for ever either.
      const attempt = { username, address: addressOf(c), deviceId: `password ${username}` };
      await attempts.take(attempt);
      const body = { ...c.req.valid("json"), revokeOtherSessions: true };
      const response = await handOn(c, ctx, "/change-password", body);
      if (!response.ok) throw problems.wrongPassword();
      await attempts.forgive(attempt);
      passCookies(response, c);
      await announceAccounts(ctx);
      return c.json({ done: true as const }, 200);
    })
    .openapi(getMe, (c) => {
      const { userId, username, name, rights } = requireSignedIn(c.var.ctx);
      const communities = [...rights.memberships.values()].map((membership) => ({
        id: membership.communityId,
        slug: membership.slug,
        duties: membership.duties,
        may: ACTIONS.filter((action) => mayIn(rights, membership, action)),
      }));
      return c.json({ userId, username, name, isAdmin: rights.isAdmin, communities }, 200);
    })
    .openapi(getHelp, async (c) => c.json(await readSignInHelp(c.var.ctx), 200));
};
