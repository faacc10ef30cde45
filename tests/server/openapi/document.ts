import { z } from "zod";
import { read } from "../answers.ts";
import type { TestServer } from "../harness.ts";

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: unknown;
}
export interface Operation {
  parameters?: Parameter[];
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

export const readDocument = (server: TestServer) => read<ApiDocument>(server, "/api/openapi.json");

export function operationsOf({ paths }: ApiDocument): [method: string, path: string, Operation][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method.toUpperCase(),
      path,
      operation,
    ]),
  );
}

/** Schemas of the document by any key, as what checks. All at once: what they refer to is made once. */
export function checkersOf(
  { components }: ApiDocument,
  schemas: Record<string, object>,
): Record<string, z.ZodType> {
  const text = JSON.stringify({
    ...{ type: "object", properties: schemas, required: Object.keys(schemas) },
    $defs: components.schemas,
  });
  const together = z.fromJSONSchema(
    JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")) as Parameters<
      typeof z.fromJSONSchema
    >[0],
  ) as z.ZodObject<Record<string, z.ZodType>>;
  return together.shape;
}
