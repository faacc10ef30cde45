import { createRoute, OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { z } from "zod";
import { ProblemDocument } from "#data/model/answers/problems.ts";
import type { Action } from "#data/model/permissions.ts";
import type { Ctx } from "./context.ts";
import { requireAdmin, requireDuty, requireSignedIn } from "./access/requireDuty.ts";
import { problems } from "./problem.ts";

/** What a request carries: on whose behalf, with what. */
export interface RequestEnv {
  Variables: { ctx: Ctx };
}

/**
 * Who may call a route at all. "public": anybody; "signed-in": whoever has an account; "terminal":
 * who holds the data directory; otherwise whoever has a duty for the action.
 */
export type RouteDuty = Action | "public" | "signed-in" | "terminal";

/** Declares a route and its duty, which the document shows as `x-duty` and a test holds it to. */
export function defineRoute<Path extends string, Config extends Omit<RouteConfig, "path">>(
  duty: RouteDuty,
  config: Config & { path: Path },
) {
  const responses = duty === "public" ? config.responses : { ...signedOut, ...config.responses };
  const own = config.middleware ?? [];
  const middleware = [wallOf(duty), ...(Array.isArray(own) ? own : [own])];
  const extended: Config & { path: Path } = { ...config, responses, middleware };
  return createRoute(Object.assign(extended, { "x-duty": duty }) as typeof extended);
}

/**
 * Asks for the duty before anything of the request is looked at. The verb asks again, and the
 * database a third time: a route that forgot would not compile without its `duty`.
 */
function wallOf(duty: RouteDuty): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const slug = c.req.param("slug");
    if (duty === "signed-in") requireSignedIn(c.var.ctx);
    else if (duty !== "public" && duty !== "terminal") {
      if (slug === undefined) requireAdmin(c.var.ctx, duty);
      else requireDuty(c.var.ctx, duty, slug);
    }
    await next();
  };
}

/** A feature's routes. What fails its schema is thrown as a Problem, so the client's types stay clean. */
export function createApi() {
  return new OpenAPIHono<RequestEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const where = result.target === "form" ? "form" : result.target;
      throw problems.invalid(
        where,
        result.error.issues.map((issue) => ({
          path: issue.path.map(String).join("."),
          message: issue.message,
        })),
      );
    },
  });
}

/** PostgreSQL takes no NUL in a text, and no name has a control character. */
export const ONE_LINE = /^\P{Cc}*$/u;

export const SlugPath = z.object({ slug: z.string().min(1).max(64).regex(ONE_LINE) });
export const ThingPath = SlugPath.extend({ id: z.uuid() });

/** What a route answers with when all is well, and the refusals it may give instead. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { "application/json": { schema } } },
    ...refusals,
  };
}

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemDocument } },
});

const signedOut: object = {
  401: problem("Nobody is signed in."),
  403: problem("None of the person's duties allows this."),
};

/** In the document, not in the types: the client throws every refusal, so it never sees one as an answer. */
export const refusals: object = {
  400: problem("The request is not right; `parameters.issues` says where."),
  404: problem("There is no such community or thing."),
  503: problem("Too much at once; Retry-After says when to ask again."),
};

export const writeRefusals: object = {
  ...refusals,
  409: problem("Somebody was there first."),
  413: problem("Larger than what is accepted."),
  415: problem("Not a kind of content that is accepted."),
  422: problem("Understood, but it cannot be used; the type says why."),
};
