import { api, ApiProblem } from "#web/api.ts";
import { ANSWERS_CACHE } from "./outbox/outbox.svelte.ts";
import { read, write } from "./preferences.svelte.ts";

/** Somebody signed out, and the server has not heard of it: the session's cookie is for no page to take away. */
const KEY = "owes-sign-out";

export function owesSignOut(): boolean {
  return read(KEY) === "yes";
}

/** Written down first: a phone is switched off as it likes. What was kept for them goes at once. */
export async function oweSignOut(): Promise<void> {
  write(KEY, "yes");
  if ("caches" in globalThis) await caches.delete(ANSWERS_CACHE).catch(() => false);
}

/** The session is over, or another took its place. */
export function forgiveSignOut(): void {
  write(KEY, "");
}

/** Tells the server, if there is something to tell. @returns whether nothing is owed any more */
export async function paySignOut(): Promise<boolean> {
  if (!owesSignOut()) return true;
  try {
    await api.auth["sign-out"].$post();
  } catch (problem) {
    // A refusal is an answer: there is no such session.
    const isHeard = problem instanceof ApiProblem && problem.status > 0 && problem.status < 500;
    if (!isHeard || problem.status === 429) return false;
  }
  forgiveSignOut();
  return true;
}
