import type { Named } from "#data/model/answers/responsibility.ts";
import type { PlanTableProblem } from "#data/model/planning/sources/table.ts";
import type { PlanStatus } from "#data/model/plans.ts";
import { Problem } from "./problem.ts";

/** Of plans. */
export const planProblems = {
  /** `titles`: what may be the names of its columns, to choose from. */
  unreadableTable: (reason: PlanTableProblem, limit: number | null = null, titles: string[] = []) =>
    new Problem(422, "unreadable-table", "The file cannot be used", reason, {
      ...{ reason, limit, titles },
    }),
  planNotADraft: (status: PlanStatus) =>
    new Problem(409, "plan-not-a-draft", "Not a draft", "Only a draft can be changed.", { status }),
  planNotScheduled: (status: PlanStatus) =>
    new Problem(
      409,
      "plan-not-scheduled",
      "Not to come",
      "Only a plan to come can be taken back.",
      {
        status,
      },
    ),
  changeDoesNotFit: (issues: readonly { kind: string; id: string }[]) =>
    new Problem(422, "change-does-not-fit", "Does not fit", "The plan has no such things.", {
      issues,
    }),
  /** Published all the same once somebody states why. */
  planNotWhole: (uncovered: readonly Named[], doubled: readonly Named[]) =>
    new Problem(422, "plan-not-whole", "Not whole", "Something is uncovered, or covered twice.", {
      uncovered,
      doubled,
    }),
  planInThePast: (effectiveFrom: string, today: string) =>
    new Problem(422, "plan-in-the-past", "In the past", `It is ${today} in this community.`, {
      effectiveFrom,
      today,
    }),
  unitCovered: (unitId: string) =>
    new Problem(409, "unit-covered", "Covered already", "Somebody answers for it already.", {
      unitId,
    }),
};
