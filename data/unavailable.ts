/** PostgreSQL's own codes (its appendix A) and Node's, in words that say what to do. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing answers there. Is the server running, and is the port right?",
  ENOTFOUND: "there is no such host.",
  EAI_AGAIN: "the host's name cannot be looked up.",
  ETIMEDOUT: "it does not answer.",
  "28P01": "it refuses this user and password.",
  "28000": "it refuses this user.",
  "3D000": "it has no such database. Create it first: createdb NAME",
  "42501":
    "this user may not create tables, roles or the extension postgis (createuser --createrole).",
  "0A000": "PostGIS 3.3 or later is not installed on it.",
  "58P01": "PostGIS 3.3 or later is not installed on it.",
};

/** The server of DATABASE_URL cannot be used. The message names it without its password. */
export class DatabaseUnavailable extends Error {
  constructor(url: string, cause: unknown) {
    super(`The database ${placeOf(url)} of DATABASE_URL cannot be used: ${reasonOf(cause)}`, {
      cause,
    });
    this.name = "DatabaseUnavailable";
  }
}

function placeOf(url: string): string {
  const { username, hostname, port, pathname } = new URL(url);
  const user = username ? `${decodeURIComponent(username)}@` : "";
  return `${user}${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

function reasonOf(cause: unknown): string {
  // A name with several addresses fails once for each.
  const error = (cause instanceof AggregateError ? cause.errors[0] : cause) as Error & {
    code?: string;
  };
  // Drizzle puts the query in front and the server's answer behind.
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return REASONS[error.code ?? ""] ?? error.message;
}
