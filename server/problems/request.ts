import { Problem } from "./problem.ts";

/** Of what was asked, whatever it was about. */
export const requestProblems = {
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
  /** Ids are made by whoever sends; this one stands for something else. */
  idTaken: (type: string, id: string) =>
    new Problem(409, "id-taken", "Already there", `The ${type} ${id} is another one’s.`, {
      type,
      id,
    }),
  /** Somebody saved meanwhile: both are shown, and the person chooses. */
  staleVersion: (mine: unknown, theirs: unknown) =>
    new Problem(409, "stale-version", "Somebody saved meanwhile", "The row has changed since.", {
      mine,
      theirs,
    }),
  endsBeforeStart: (startsOn: string, endsOn: string) =>
    new Problem(422, "ends-before-start", "Ends too early", `${endsOn} is before ${startsOn}.`, {
      startsOn,
      endsOn,
    }),
  diskFull: () =>
    new Problem(
      507,
      "disk-full",
      "The disk is full",
      "Nothing was saved. Make room and try again.",
    ),
  internal: () =>
    new Problem(
      500,
      "internal",
      "Something went wrong",
      "The server could not finish this. Nothing was changed; please try again.",
    ),
};
