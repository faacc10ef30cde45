import { Problem } from "../problem.ts";

/** What is refused before any feature sees the request. */
export const refusals = {
  crossSite: (origin: string) =>
    new Problem(
      403,
      "cross-site",
      "From another site",
      "A page of another site may not change anything here.",
      { origin },
    ),
  tooLarge: (limit: number) =>
    new Problem(413, "too-large", "Too large", `At most ${limit} bytes are accepted.`, { limit }),
  unreadable: (detail: string) => new Problem(400, "unreadable-request", "Not understood", detail),
  tooSlow: () =>
    new Problem(400, "too-slow", "Too slow", "The rest of the request did not come in time."),
  busy: () =>
    new Problem(
      503,
      "busy",
      "Too much at once",
      "The server has as much to do as it can take. Nothing was changed; try again in a moment.",
    ),
};
