import { Hono } from "hono";
import { Problem } from "#server/problem.ts";

/** A small app that answers problems as the product does. */
export function smallApp(): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof Problem)) throw error;
    return c.json(error.toDocument(c.req.path), error.status);
  });
  return app;
}

export async function kindOf(response: Response): Promise<string> {
  const { type } = (await response.json()) as { type: string };
  return type.replace("urn:getu:problem:", "");
}
