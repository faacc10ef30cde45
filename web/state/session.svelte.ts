import type { Me } from "#data/model/answers/accounts.ts";
import { type Action, mayRole, type PlaceAction } from "#data/model/permissions.ts";
import { api, ApiProblem } from "#web/api.ts";

export interface Credentials {
  username: string;
  password: string;
  rememberMe: boolean;
}

/** Who is signed in, and what they may do. */
export class SessionState {
  #me: Me | null = $state.raw(null);
  #isLost = $state.raw(false);

  /** Null before anybody signed in. */
  readonly me: Me | null = $derived(this.#me);
  /** The session ended in the middle of work: the page stays, and asks for the password again. */
  readonly isLost: boolean = $derived(this.#isLost);

  constructor(early: Me | null) {
    this.#me = early;
  }

  /** Whether a duty in the community allows it; the server asks again each time. */
  may(action: Action, slug: string | null): boolean {
    // A community that is still to come belongs to no duty.
    if (action === "create-community") return this.#me?.isAdmin ?? false;
    return this.#membership(slug)?.may.includes(action) ?? false;
  }

  /** Whether it is theirs everywhere in the community, and not only at the duty's own place. */
  mayEverywhere(action: PlaceAction, slug: string | null): boolean {
    const duties = this.#membership(slug)?.duties ?? [];
    return duties.some(({ role, placeType }) => placeType === "community" && mayRole(role, action));
  }

  /** @throws ApiProblem wrong-password, too-many-attempts, account-closed, no-connection */
  async signIn(credentials: Credentials): Promise<Me> {
    await api.auth["sign-in"].username.$post({ json: credentials });
    this.#me = await readMe();
    this.#isLost = false;
    return this.#me;
  }

  /** @throws ApiProblem */
  async signOut(where: "here" | "everywhere"): Promise<void> {
    if (where === "here") await api.auth["sign-out"].$post();
    else await api.auth["revoke-sessions"].$post();
  }

  /** What they hold may have changed: a duty ended, another began. */
  async refresh(): Promise<void> {
    this.#me = await readMe();
  }

  /** The server said that nobody is signed in. */
  lose(): void {
    if (this.#me) this.#isLost = true;
  }

  #membership(slug: string | null) {
    return this.#me?.communities.find((community) => community.slug === slug);
  }
}

/** @throws ApiProblem not-signed-in */
export async function readMe(): Promise<Me> {
  const response = await api.me.$get();
  return response.json();
}

export function isSignedOut(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.kind === "not-signed-in";
}
