import type { Me } from "#data/model/answers/accounts.ts";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import { readCommunities } from "./community.svelte.ts";
import { owesSignOut } from "./owedSignOut.ts";
import { isSignedOut, readMe } from "./session.svelte.ts";

/** What the page asks for before it is made. */
export interface Start {
  /** Null where nobody is signed in. */
  me: Me | null;
  communities: CommunitySummary[];
}

/** Both at once: whoever is signed in waits for one round trip. @throws ApiProblem no-connection */
export async function readStart(): Promise<Start> {
  // Whoever signed out is out, though the server may not have heard of it.
  if (owesSignOut()) return { me: null, communities: [] };
  try {
    const [me, communities] = await Promise.all([readMe(), readCommunities()]);
    return { me, communities };
  } catch (problem) {
    if (isSignedOut(problem)) return { me: null, communities: [] };
    throw problem;
  }
}
