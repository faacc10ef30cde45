import type { RouteDuty } from "#server/api.ts";
import { answersOf, read } from "../answers.ts";
import type { TestServer } from "../harness.ts";

export interface RouteRow {
  method: string;
  /** As the document has it: /api/communities/{slug}/grids/{id} */
  path: string;
  duty: RouteDuty | undefined;
}

/** Every route of the program, from the program itself. */
export async function routeTable(server: TestServer): Promise<RouteRow[]> {
  const { paths } = await read<{ paths: Record<string, Record<string, { "x-duty"?: RouteDuty }>> }>(
    server,
    "/api/openapi.json",
  );
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      duty: operation["x-duty"],
    })),
  );
}

const NONE = "00000000-0000-4000-8000-000000000000";

/** The address of a route in a community, with the id of a thing that is really there where there is one. */
export async function addressOf(path: string, slug: "hongqi" | "xinyuan"): Promise<string> {
  const { layers } = await answersOf(slug);
  const things = /\{slug\}\/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? "";
  const id = layers[things as keyof typeof layers]?.features[0]?.id ?? NONE;
  const query = path.endsWith("/search") ? "?q=1" : "";
  return (
    path
      .replace("{slug}", slug)
      .replace("{layer}", "buildings")
      .replace("{name}", "none.pmtiles")
      .replace(/\{\w+\}/g, id) + query
  );
}
