import type { ProblemDocument } from "#data/model/answers/problems.ts";
import type { App } from "#server/app.ts";
import { hc } from "hono/client";

/** What the server, or the way to it, refused. `kind` has words in the catalogue (`problem_…`). */
export class ApiProblem extends Error {
  constructor(
    readonly kind: string,
    readonly status: number,
    readonly parameters: Record<string, unknown> = {},
  ) {
    super(kind);
    this.name = "ApiProblem";
  }
}

/** The API with its types. Every refusal is thrown as an ApiProblem, so what is answered is an answer. */
export const api = hc<App>("/", { fetch: fetchOrThrow }).api;

async function fetchOrThrow(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem("no-connection", 0);
  });
  if (response.ok) return response;
  throw await readProblem(response);
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const document = (await response.json().catch(() => undefined)) as ProblemDocument | undefined;
  const kind = document?.type?.replace(/^urn:getu:problem:/, "") ?? "internal";
  return new ApiProblem(kind, response.status, document?.parameters);
}
