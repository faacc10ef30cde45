import type { DutyPlaceType, Period, Role } from "#data/model/duties.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import type { GroundFlaw } from "#data/model/ground/footprint.ts";
import type { ImportProblem } from "#data/model/import/problems.ts";
import type { HazardStatus } from "#data/model/hazards/kinds.ts";
import { type HazardAction, type MoveRefusal, MOVES } from "#data/model/hazards/moves.ts";
import { type Action, rolesFor } from "#data/model/permissions.ts";
import type { PlanTableProblem } from "#data/model/planning/sources/table.ts";
import type { PlanStatus } from "#data/model/plans.ts";
import type { RosterFileProblemKind } from "#data/model/roster/problems.ts";

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
  notSignedIn: () => new Problem(401, "not-signed-in", "Not signed in", "Sign in first."),
  otherPerson: () =>
    new Problem(409, "other-person", "Somebody else", "Somebody else is signed in by now."),
  wrongPassword: () =>
    new Problem(401, "wrong-password", "Not let in", "The username or the password is not right."),
  accountClosed: () => new Problem(403, "account-closed", "Not let in", "This account is closed."),
  tooManyAttempts: (retryAfterSeconds: number) =>
    new Problem(
      429,
      "too-many-attempts",
      "Too many attempts",
      `Wait ${retryAfterSeconds} s and try again.`,
      { retryAfterSeconds },
    ),
  tooManyReveals: (limit: number, retryAfterSeconds: number) =>
    new Problem(
      429,
      "too-many-reveals",
      "Too many shown in full",
      `At most ${limit} within an hour; wait ${retryAfterSeconds} s.`,
      { limit, retryAfterSeconds },
    ),
  notYourDuty: (action: Action) =>
    new Problem(403, "not-your-duty", "Not your duty", "None of your duties allows this here.", {
      action,
      roles: rolesFor(action),
    }),
  usernameTaken: (username: string, suggestion: string) =>
    new Problem(409, "username-taken", "Taken", `There is an account “${username}” already.`, {
      username,
      suggestion,
    }),
  hasAccount: (username: string) =>
    new Problem(409, "has-account", "Already there", `This person signs in as “${username}”.`, {
      username,
    }),
  accountInUse: (name: string) =>
    new Problem(409, "account-in-use", "In use", `In this community the account is ${name}’s.`, {
      name,
    }),
  /** Who manages the people of one community has no power over what reaches others. */
  accountReachesFurther: () =>
    new Problem(
      403,
      "account-reaches-further",
      "Not within your communities",
      "This account reaches beyond the communities you manage; an administrator can do it.",
      { roles: rolesFor("manage-accounts") },
    ),
  ownAccount: () =>
    new Problem(409, "own-account", "Your own account", "Nobody does this to their own account."),
  lastAdministrator: () =>
    new Problem(409, "last-administrator", "The last one", "There must be an administrator left."),
  wrongPlaceForRole: (role: Role, placeTypes: readonly DutyPlaceType[]) =>
    new Problem(422, "wrong-place-for-role", "Not a place for this role", `${role}: elsewhere.`, {
      role,
      placeTypes,
    }),
  endsBeforeStart: (startsOn: string, endsOn: string) =>
    new Problem(422, "ends-before-start", "Ends too early", `${endsOn} is before ${startsOn}.`, {
      startsOn,
      endsOn,
    }),
  ownLastDuty: () =>
    new Problem(
      409,
      "own-last-duty",
      "Your own last duty",
      "By this duty you manage people here; somebody else has to end it.",
      { roles: rolesFor("manage-people") },
    ),
  lastManager: () =>
    new Problem(
      409,
      "last-manager",
      "Nobody would be left",
      "Nobody else would manage the people of this community; give the duty to somebody first.",
      { roles: rolesFor("manage-people") },
    ),
  leavesOverlap: (mine: Period, theirs: Period) =>
    new Problem(409, "leaves-overlap", "Away already", "There is another leave in that time.", {
      mine,
      theirs,
    }),
  outsideDuty: (duty: Period) =>
    new Problem(422, "outside-duty", "Outside the duty", "The duty is not held in that time.", {
      ...duty,
    }),
  vacantPost: () =>
    new Problem(409, "vacant-post", "Nobody holds it", "Nobody holds this post who could be away."),
  standInIsHolder: () =>
    new Problem(422, "stand-in-is-holder", "The same person", "Nobody stands in for themself."),
  unreadableRoster: (reason: RosterFileProblemKind, limit: number | null = null) =>
    new Problem(422, "unreadable-roster", "The file cannot be used", reason, { reason, limit }),
  /** Somebody saved meanwhile: both are shown, and the person chooses. */
  staleVersion: (mine: unknown, theirs: unknown) =>
    new Problem(409, "stale-version", "Somebody saved meanwhile", "The row has changed since.", {
      mine,
      theirs,
    }),
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
  groundNotUsable: (flaw: GroundFlaw) =>
    new Problem(422, "ground-not-usable", "Cannot be drawn so", flaw, { flaw }),
  unitCovered: (unitId: string) =>
    new Problem(409, "unit-covered", "Covered already", "Somebody answers for it already.", {
      unitId,
    }),
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
  /** Ids are made by whoever sends; this one stands for something else. */
  idTaken: (type: string, id: string) =>
    new Problem(409, "id-taken", "Already there", `The ${type} ${id} is another one’s.`, {
      type,
      id,
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
