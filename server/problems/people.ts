import type { DutyPlaceType, Period, Role } from "#data/model/duties.ts";
import { rolesFor } from "#data/model/permissions.ts";
import type { RosterFileProblemKind } from "#data/model/roster/problems.ts";
import { Problem } from "./problem.ts";

/** Of people, their accounts, duties and leaves. */
export const peopleProblems = {
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
};
