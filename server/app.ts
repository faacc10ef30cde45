import { OpenAPIHono } from "@hono/zod-openapi";
import { DrizzleQueryError } from "drizzle-orm/errors";
import type { Context } from "hono";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { METHODS } from "hono/router";
import { isDiskFull } from "#data/faults.ts";
import packageJson from "../package.json" with { type: "json" };
import { signInRoutes } from "./sign-in/routes.ts";
import { requireSamePerson } from "./access/samePerson.ts";
import type { RequestEnv } from "./api.ts";
import { auditRoutes } from "./audit/routes.ts";
import { backupRoutes } from "./backups/routes.ts";
import { basemapRoutes } from "./basemaps/routes.ts";
import { buildingRoutes } from "./buildings/routes.ts";
import { communityRoutes } from "./communities/routes.ts";
import { compoundRoutes } from "./compounds/routes.ts";
import type { Ctx } from "./context.ts";
import { coverageRoutes } from "./coverage/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { gridRoutes } from "./grids/routes.ts";
import { groundRoutes } from "./ground/routes.ts";
import { harden, type HardeningSettings } from "./hardening/harden.ts";
import { hazardRoutes } from "./hazards/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { householdRoutes } from "./households/routes.ts";
import { inspectionRoutes } from "./inspections/routes.ts";
import { layerRoutes } from "./layers/routes.ts";
import { noticeRoutes } from "./notices/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { placeRoutes } from "./places/routes.ts";
import { proposalRoutes } from "./plans/proposals/routes.ts";
import { planRoutes } from "./plans/routes.ts";
import { Problem, problems } from "./problem.ts";
import { roundRoutes } from "./rounds/routes.ts";
import { searchRoutes } from "./search/routes.ts";
import { themeRoutes } from "./themes/routes.ts";

export interface AppSettings extends HardeningSettings {
  /** Whoever holds it may ask for a backup. */
  dataDirectory?: string;
}

/** The whole API under /api. The chain is what gives the web client its types. */
export function createApp(services: Ctx, settings: AppSettings = {}) {
  const app = new OpenAPIHono<RequestEnv>();
  app.onError(answerProblem);
  app.notFound((c) => {
    const allowed = methodsAt(app, c.req.path);
    const problem =
      allowed.length > 0
        ? problems.wrongMethod(c.req.method, allowed)
        : problems.noSuchRoute(c.req.path);
    // Answered, not thrown: an error thrown here would pass by the middleware's headers.
    return answerProblem(problem, c);
  });
  harden(app, settings);
  app.use("/api/*", async (c, next) => {
    const actor = await services.actors.identify(c.req.raw.headers);
    requireSamePerson(actor, c.req.raw.headers);
    c.set("ctx", { ...services, actor });
    await next();
  });
  // Work lists and plans are megabytes of words that repeat; layers come compressed already.
  app.use("/api/communities/*", compress());
  const routed = app
    .route("/api", healthRoutes())
    .route("/api", signInRoutes())
    .route("/api", communityRoutes())
    .route("/api", layerRoutes())
    .route("/api", coverageRoutes())
    .route("/api", searchRoutes())
    .route("/api", themeRoutes())
    .route("/api", buildingRoutes())
    .route("/api", householdRoutes())
    .route("/api", auditRoutes())
    .route("/api", gridRoutes())
    .route("/api", compoundRoutes())
    .route("/api", groundRoutes())
    .route("/api", placeRoutes())
    .route("/api", peopleRoutes())
    .route("/api", planRoutes())
    .route("/api", proposalRoutes())
    .route("/api", hazardRoutes())
    .route("/api", noticeRoutes())
    .route("/api", roundRoutes())
    .route("/api", inspectionRoutes())
    .route("/api", basemapRoutes())
    .route("/api", backupRoutes(settings.dataDirectory))
    .route("/api", eventRoutes());
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Getu 格图",
      version: packageJson.version,
      description: "A map of a community and of everyone who answers for it.",
    },
  });
  return routed;
}

export type App = ReturnType<typeof createApp>;

/** The methods that something answers at a path; middleware, which is there for all, does not count. */
function methodsAt(app: OpenAPIHono<RequestEnv>, path: string): string[] {
  return METHODS.map((method) => method.toUpperCase())
    .filter((method) =>
      app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
    )
    .flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}

/** The framework's own refusals, such as a body that is no form, become problems of ours. */
function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (isDiskFull(error)) return problems.diskFull();
  const isRefusal = error instanceof HTTPException && error.status < 500;
  return isRefusal ? problems.unreadableRequest(error.message) : problems.internal();
}

/** A failed query would print its values, and the database its rows: names and phones. */
function withoutRows(error: Error): unknown {
  if (!(error instanceof DrizzleQueryError)) return error;
  const { message, code, stack } = (error.cause ?? {}) as Partial<Error & { code: string }>;
  return [code, message, stack].filter(Boolean).join("\n");
}

function answerProblem(error: Error, c: Context): Response {
  const problem = problemOf(error);
  // The cause of a 500 is for the log alone.
  if (problem.status === 500) console.error(withoutRows(error));
  return c.body(JSON.stringify(problem.toDocument(c.req.path)), problem.status, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
    ...(problem.allowed ? { Allow: problem.allowed.join(", ") } : {}),
    ...(problem.retryAfter ? { "Retry-After": String(problem.retryAfter) } : {}),
  });
}
