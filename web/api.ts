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

/** Hears of refusals that are about who asks, not about what was asked. */
export interface Attendant {
  /**
   * Nobody is signed in any more.
   * @param askedAt when the request began, by `performance.now()`
   * @returns true once the same person is back: what was asked is then asked again
   */
  signedOut(askedAt: number): Promise<boolean>;
  /** A duty that there was is over. */
  dutyEnded(): void;
}

let attendant: Attendant | undefined;

/** @returns its own undo */
export function attend(next: Attendant): () => void {
  attendant = next;
  return () => (attendant = undefined);
}

/** For what the typed client has no word for, such as forms with files and layers. @throws ApiProblem */
export async function fetchOrThrow(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const askedAt = performance.now();
  const response = await fetch(input, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem("no-connection", 0);
  });
  if (response.ok) return response;
  const problem = await readProblem(response);
  const isAboutSession = /\/api\/(me|auth\/sign-\w+(\/username)?)$/.test(response.url);
  if (problem.kind === "not-signed-in" && !isAboutSession) {
    if (await attendant?.signedOut(askedAt)) return fetchOrThrow(input, init);
  }
  if (problem.kind === "not-your-duty" || problem.kind === "no-such-community") {
    attendant?.dutyEnded();
  }
  throw problem;
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const document = (await response.json().catch(() => undefined)) as ProblemDocument | undefined;
  const kind = document?.type?.replace(/^urn:getu:problem:/, "") ?? "internal";
  return new ApiProblem(kind, response.status, document?.parameters);
}
