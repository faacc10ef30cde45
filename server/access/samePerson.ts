import { problems } from "../problem.ts";
import type { Actor } from "./actor.ts";

/** A phone sends what was written without a network long after; it names who wrote it. */
export const PERSON_HEADER = "Getu-Person";

/**
 * What one person wrote is never taken as another's, who signed in on the same phone meanwhile. Says
 * nothing of who may do what: the session alone does.
 * @throws Problem other-person
 */
export function requireSamePerson(actor: Actor, headers: Headers): void {
  const named = headers.get(PERSON_HEADER);
  if (named === null) return;
  if (actor.kind === "nobody") throw problems.notSignedIn();
  if (actor.kind === "person" && actor.userId !== named) throw problems.otherPerson();
}
