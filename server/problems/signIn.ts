import { type Action, rolesFor } from "#data/model/permissions.ts";
import { Problem } from "./problem.ts";

/** Of who asks. */
export const signInProblems = {
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
  notYourDuty: (action: Action) =>
    new Problem(403, "not-your-duty", "Not your duty", "None of your duties allows this here.", {
      action,
      roles: rolesFor(action),
    }),
  tooManyReveals: (limit: number, retryAfterSeconds: number) =>
    new Problem(
      429,
      "too-many-reveals",
      "Too many shown in full",
      `At most ${limit} within an hour; wait ${retryAfterSeconds} s.`,
      { limit, retryAfterSeconds },
    ),
};
