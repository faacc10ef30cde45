import type { ImportProblem } from "#data/model/import/problems.ts";

/** A refusal that the person can do something about (RFC 9457). `kind` is what the web translates. */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 500 | 503,
    readonly kind: string,
    readonly title: string,
    readonly detail: string,
    readonly parameters: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = "Problem";
  }

  /** What the Allow header of a 405 says. */
  get allowed(): string[] | undefined {
    return this.status === 405 ? (this.parameters["allowed"] as string[]) : undefined;
  }

  toDocument(instance?: string) {
    return {
      type: `urn:getu:problem:${this.kind}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...(instance ? { instance } : {}),
      parameters: this.parameters,
    };
  }
}

/** Every refusal of the product; verbs throw them, nothing returns them. */
export const problems = {
  noSuchCommunity: (slug: string) =>
    new Problem(404, "no-such-community", "No such community", `There is no community “${slug}”.`, {
      slug,
    }),
  noSuchThing: (type: string, id: string) =>
    new Problem(404, "no-such-thing", "Not found", `There is no ${type} ${id} in this community.`, {
      type,
      id,
    }),
  noSuchRoute: (path: string) =>
    new Problem(404, "no-such-route", "Not found", `Nothing answers at ${path}.`, { path }),
  wrongMethod: (method: string, allowed: string[]) =>
    new Problem(405, "wrong-method", "Method not allowed", `${method} is not answered here.`, {
      method,
      allowed,
    }),
  invalid: (where: string, issues: { path: string; message: string }[]) =>
    new Problem(
      400,
      "invalid",
      "Not understood",
      `The ${where} of the request is not right: ` +
        issues.map((issue) => `${issue.path || where}: ${issue.message}`).join("; "),
      { where, issues },
    ),
  unreadableRequest: (message: string) =>
    new Problem(400, "unreadable-request", "Not understood", message),
  tooLarge: (limit: number) =>
    new Problem(413, "too-large", "Too large", `At most ${limit} bytes are accepted.`, { limit }),
  unreadableFile: (problem: ImportProblem) =>
    new Problem(422, problem.kind, "The file cannot be used", problem.kind, { ...problem.detail }),
  slugTaken: (slug: string) =>
    new Problem(409, "slug-taken", "Already there", `A community “${slug}” exists already.`, {
      slug,
    }),
  internal: () =>
    new Problem(
      500,
      "internal",
      "Something went wrong",
      "The server could not finish this. Nothing was changed; please try again.",
    ),
};
