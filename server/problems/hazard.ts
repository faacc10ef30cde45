import type { HazardStatus } from "#data/model/hazards/kinds.ts";
import { type HazardAction, type MoveRefusal, MOVES } from "#data/model/hazards/moves.ts";
import { rolesFor } from "#data/model/permissions.ts";
import { Problem } from "./problem.ts";

/** Of hazards and the visits that find them. */
export const hazardProblems = {
  /** A duty is lacking: who may, the table of moves says. */
  notYourMove: (action: HazardAction, reason: MoveRefusal) =>
    new Problem(403, "not-your-move", "Not yours to do", `${action}: ${reason}.`, {
      action,
      reason,
      ...(MOVES[action].duty ? { roles: rolesFor(MOVES[action].duty) } : {}),
    }),
  /** The table of moves has none like it from here. */
  illegalMove: (status: HazardStatus, action: HazardAction, reason: MoveRefusal) =>
    new Problem(409, "illegal-move", "Not from here", `No ${action} from ${status}: ${reason}.`, {
      ...{ status, action, reason },
    }),
  missingEvidence: (needs: readonly string[]) =>
    new Problem(422, "missing-evidence", "Something is missing", `Add: ${needs.join(", ")}.`, {
      needs,
    }),
  notATaker: (personId: string) =>
    new Problem(422, "not-a-taker", "Not somebody for this", "They have no duty for it here.", {
      personId,
    }),
  notMergeable: (id: string) =>
    new Problem(422, "not-mergeable", "Cannot be merged", "Only into another open hazard.", { id }),
  untilTooEarly: (until: string, dueAt: string | null) =>
    new Problem(422, "until-too-early", "Too early", "That is no more time than there is.", {
      until,
      dueAt,
    }),
  noWorkingTime: () =>
    new Problem(422, "no-working-time", "Nobody would ever work", "The calendar has no time left."),
  noTargets: () =>
    new Problem(422, "no-targets", "Nothing to visit", "Nothing of what was chosen is there."),
  tooManyTargets: (limit: number) =>
    new Problem(422, "too-many-targets", "Too much for one round", `At most ${limit} targets.`, {
      limit,
    }),
  roundEnded: () =>
    new Problem(409, "round-ended", "Ended already", "A round that was ended stays as it is."),
  linesUnanswered: (lineIds: readonly string[]) =>
    new Problem(422, "lines-unanswered", "Not answered", "Some lines of the list have no answer.", {
      lineIds,
    }),
};
