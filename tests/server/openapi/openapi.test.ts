import { expect, test } from "vitest";
import { inRollback } from "../harness.ts";
import { callsOf } from "./calls.ts";
import { type ApiDocument, checkersOf, operationsOf, readDocument } from "./document.ts";

test(
  "the document is OpenAPI 3.1: every operation answers, every path parameter is declared, every reference leads somewhere",
  inRollback(async (server) => {
    const document = await readDocument(server);
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: "Getu 格图", version: expect.any(String) });
    for (const [method, path, operation] of operationsOf(document)) {
      const succeeds = Object.keys(operation.responses).filter((status) => status.startsWith("2"));
      expect(succeeds.length, `${method} ${path}`).toBeGreaterThan(0);
      if (method === "GET") expect(succeeds, path).toContain("200");
      for (const [status, { description }] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(description, `${path} ${status}`).not.toBe("");
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(declared.map(({ name }) => name).sort()).toEqual(inPath.sort());
      expect(declared.every(({ required, schema }) => required && schema)).toBe(true);
    }
    const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
    for (const [, reference] of references) {
      const name = reference!.replace("#/components/schemas/", "");
      expect(document.components.schemas).toHaveProperty(name);
    }
  }),
);

test(
  "every route of the program is in the document, and every route of the document in the program",
  inRollback(async (server) => {
    const documented = operationsOf(await readDocument(server)).map(
      ([method, path]) => `${method} ${path}`,
    );
    const routed = server.app.routes
      .filter(({ method, path }) => method !== "ALL" && path !== "/api/openapi.json")
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}")}`);
    expect([...new Set(routed)].sort()).toEqual(documented.sort());
  }),
);

/** What a GET may answer, by path, status and type. */
function schemasOf({ paths }: ApiDocument): Record<string, object> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, { get }]) =>
      Object.entries(get?.responses ?? {}).flatMap(([status, { content }]) =>
        Object.entries(content ?? {}).map(([type, { schema }]) => [
          `${path} ${status} ${type}`,
          schema,
        ]),
      ),
    ),
  );
}

test(
  "what is answered is what the document says",
  inRollback(async (server) => {
    const document = await readDocument(server);
    const calls = await callsOf(server);
    const readable = Object.entries(document.paths).filter(([, methods]) => methods["get"]);
    expect(Object.keys(calls).sort()).toEqual(readable.map(([path]) => path).sort());
    const checkers = checkersOf(document, schemasOf(document));
    for (const [path, addresses] of Object.entries(calls)) {
      for (const address of addresses) {
        const response = await server.get(address);
        const type = response.headers.get("Content-Type")!.split(";")[0]!;
        const checker = checkers[`${path} ${response.status} ${type}`];
        expect(checker, `${address} ${response.status} ${type}`).toBeDefined();
        const { error } = checker!.safeParse(await response.json());
        expect(error?.issues ?? [], address).toEqual([]);
      }
    }
  }),
);

test(
  "the check itself finds what is wrong",
  inRollback(async (server) => {
    const document = await readDocument(server);
    const { health } = checkersOf(document, { health: { $ref: "#/components/schemas/Health" } });
    expect(health!.safeParse({ status: "ok", database: "embedded", version: "1" }).success).toBe(
      true,
    );
    expect(health!.safeParse({ status: "ok", database: "paper", version: "1" }).success).toBe(
      false,
    );
  }),
);
