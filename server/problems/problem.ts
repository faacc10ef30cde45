/** A refusal that the person can do something about (RFC 9457). `kind` is what the web translates. */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 507,
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

  /** What the Retry-After header says, in seconds. */
  get retryAfter(): number | undefined {
    return this.parameters["retryAfterSeconds"] as number | undefined;
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
