import { communities } from "#data/schema/index.ts";
import type { FuzzProduct } from "./product.ts";
import type { Random } from "./random.ts";
import { idsOf } from "./rows.ts";
import type { FuzzRequest } from "./send.ts";
import { type Schema, Values } from "./values.ts";

interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
}

interface Route {
  method: string;
  path: string;
  parameters: Parameter[];
  body: { type: string; schema: Schema } | undefined;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Signing out would end the session that all others use. */
const LEFT_OUT = new Set([
  "/api/auth/sign-out",
  "/api/auth/revoke-sessions",
  "/api/auth/change-password",
]);

/** Makes requests from the document, one route after the other. */
export class RequestMaker {
  #turn = 0;

  private constructor(
    readonly routes: Route[],
    private readonly random: Random,
    private readonly values: Values,
    private readonly cookies: FuzzProduct["cookies"],
    private readonly slugs: string[],
  ) {}

  static async of({ address, ctx, cookies }: FuzzProduct, random: Random): Promise<RequestMaker> {
    const response = await fetch(`${address}/api/openapi.json`);
    const { paths, components } = (await response.json()) as ApiDocument;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      LEFT_OUT.has(path)
        ? []
        : Object.entries(methods).map(([method, operation]): Route => {
            const [content] = Object.entries(operation.requestBody?.content ?? {});
            return {
              method: method.toUpperCase(),
              path,
              parameters: operation.parameters ?? [],
              body: content && { type: content[0], schema: content[1].schema },
            };
          }),
    );
    const all = await ctx.database.db.select().from(communities);
    const ids = (await Promise.all(all.map(({ id }) => idsOf(ctx, id)))).flat();
    const values = new Values(random, components.schemas, ids);
    const slugs = all.map(({ slug }) => slug);
    return new RequestMaker(routes, random, values, cookies, slugs);
  }

  next(): FuzzRequest {
    const { random } = this;
    const route = this.routes[this.#turn++ % this.routes.length]!;
    const headers: Record<string, string> = {};
    const cookie = random.pick(this.cookies);
    if (cookie) headers["Cookie"] = cookie;
    if (random.chance(0.05)) headers["If-None-Match"] = '"x", W/"' + "y".repeat(500);
    if (random.chance(0.05)) headers["Accept-Encoding"] = "br;q=x, *;q=9";
    if (random.chance(0.05)) headers["Accept-Language"] = "\u00ff".repeat(20);
    const { body, text } = this.#body(route, headers);
    const path = this.#address(route);
    return { method: route.method, path, headers, body, sent: `${path} ${text}` };
  }

  #address({ path, parameters }: Route): string {
    const { random, values } = this;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === "slug" && random.chance(0.85)) {
        return random.chance(0.7) ? "hongqi" : random.pick(this.slugs);
      }
      const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {};
      return this.#escaped(String(values.fitting(schema)));
    });
    const query = parameters
      .filter((parameter) => parameter.in === "query" && random.chance(0.6))
      .map(({ name, schema }) => `${name}=${this.#escaped(String(values.fitting(schema ?? {})))}`);
    return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
  }

  /** Mostly as it should be; sometimes bytes that are no UTF-8, or no escape at all. */
  #escaped(text: string): string {
    const { random } = this;
    if (random.chance(0.03)) return "%FF%FE";
    if (random.chance(0.02)) return "%E4%B8";
    if (random.chance(0.02)) return "%zz";
    return encodeURIComponent(text.replace(/\p{Cs}/gu, "")).slice(0, 2000) || "%20";
  }

  #body({ body }: Route, headers: Record<string, string>) {
    const { random, values } = this;
    if (!body) return { body: undefined, text: "" };
    if (body.type === "multipart/form-data") return this.#form(body.schema, headers);
    headers["Content-Type"] = random.chance(0.03) ? "text/html" : body.type;
    const text = JSON.stringify(values.fitting(body.schema)) ?? "";
    if (random.chance(0.03)) return { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22]), text: "" };
    if (random.chance(0.03)) return { body: Buffer.from(text.slice(0, -1)), text };
    return { body: Buffer.from(text), text };
  }

  #form(schema: Schema, headers: Record<string, string>) {
    const { random, values } = this;
    headers["Content-Type"] = `multipart/form-data; boundary=${random.chance(0.05) ? "y" : "x"}`;
    const parts = Object.keys(schema.properties ?? {}).map((name) => {
      const value = name === "file" ? this.#file() : String(values.fitting({ type: "string" }));
      const isFile = name === "file" ? '; filename="a.geojson"' : "";
      return `--x\r\nContent-Disposition: form-data; name="${name}"${isFile}\r\n\r\n${value}\r\n`;
    });
    const text = `${parts.join("")}--x--\r\n`;
    return { body: Buffer.from(text), text };
  }

  #file(): string {
    const { random, values } = this;
    if (random.chance(0.3)) return values.text();
    return JSON.stringify({
      type: "FeatureCollection",
      features: [values.fitting({ type: "object" }), values.fitting({ type: "array" })],
    });
  }
}
