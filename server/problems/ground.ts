import type { GroundFlaw } from "#data/model/ground/footprint.ts";
import type { ImportProblem } from "#data/model/import/problems.ts";
import { Problem } from "./problem.ts";

/** Of communities and what stands in them. */
export const groundProblems = {
  noSuchCommunity: (slug: string) =>
    new Problem(404, "no-such-community", "No such community", `There is no community “${slug}”.`, {
      slug,
    }),
  noSuchThing: (type: string, id: string) =>
    new Problem(404, "no-such-thing", "Not found", `There is no ${type} ${id} in this community.`, {
      type,
      id,
    }),
  slugTaken: (slug: string) =>
    new Problem(409, "slug-taken", "Already there", `A community “${slug}” exists already.`, {
      slug,
    }),
  unreadableFile: (problem: ImportProblem) =>
    new Problem(422, problem.kind, "The file cannot be used", problem.kind, { ...problem.detail }),
  groundNotUsable: (flaw: GroundFlaw) =>
    new Problem(422, "ground-not-usable", "Cannot be drawn so", flaw, { flaw }),
};
