import type { Me } from "#data/model/answers/accounts.ts";
import { type Action, mayRole, type PlaceAction } from "#data/model/permissions.ts";
import { api, ApiProblem } from "#web/api.ts";
import { forgiveSignOut, oweSignOut, paySignOut } from "./owedSignOut.ts";

export interface Credentials {
  username: string;
  password: string;
  rememberMe: boolean;
}

/** Who is signed in, and what they may do. */
export class SessionState {
  #me: Me | null | undefined = $state.raw();
  #isLost = $state.raw(false);
  #returns = $state.raw(0);
  #suspicions = $state.raw(0);
  #signedInAt = 0;
  #waiting: ((isBack: boolean) => void)[] = [];

  /** Null where nobody is signed in; undefined as long as that is not known. */
  readonly me: Me | null | undefined = $derived(this.#me);
  /** The session ended in the middle of work: the page stays, and asks for the password again. */
  readonly isLost: boolean = $derived(this.#isLost);
  /** Rises each time somebody came back to the page that they were on. */
  readonly returns: number = $derived(this.#returns);

  /** Rises each time the server refused something as no duty of theirs. */
  readonly suspicions: number = $derived(this.#suspicions);

  begin(me: Me | null): void {
    this.#me = me;
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
  async signIn(credentials: Credentials): Promise<void> {
    // Whoever signed out without a network before is out before somebody else is in.
    await paySignOut();
    await api.auth["sign-in"].username.$post({ json: credentials });
    forgiveSignOut();
    this.#signedInAt = performance.now();
    this.#arrive(await readMe());
  }

  /** Here, without a network, too; or in every browser. @throws ApiProblem only for the second */
  async signOut(where: "here" | "everywhere"): Promise<void> {
    if (where === "here") {
      await oweSignOut();
      await paySignOut();
    } else await api.auth["revoke-sessions"].$post();
    this.leave();
  }

  /** To the sign-in page. What was not saved is dropped. */
  leave(): void {
    this.#release(false);
    this.#me = null;
  }

  /**
   * The server knows nobody by this session. Waits until somebody signs in again.
   * @param askedAt an answer to something asked before they came back says nothing new
   * @returns whether the same person is back
   */
  lose(askedAt: number): Promise<boolean> {
    if (askedAt < this.#signedInAt) return Promise.resolve(true);
    if (!this.#me) return Promise.resolve(false);
    this.#isLost = true;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A duty may be over. */
  suspect(): void {
    this.#suspicions += 1;
  }

  /** Asks who is signed in, where something was refused or came back. */
  async check(): Promise<"same" | "changed" | "lost"> {
    const askedAt = performance.now();
    try {
      const me = await readMe();
      const isSame = JSON.stringify(me) === JSON.stringify(this.#me);
      if (this.#isLost || !isSame) this.#arrive(me);
      return isSame ? "same" : "changed";
    } catch (problem) {
      if (!isSignedOut(problem)) return "same";
      void this.lose(askedAt);
      return "lost";
    }
  }

  #arrive(me: Me): void {
    const isBack = this.#me?.userId === me.userId;
    const wasLost = this.#isLost;
    this.#me = me;
    this.#release(isBack);
    if (isBack && wasLost) this.#returns += 1;
  }

  #release(isBack: boolean): void {
    this.#isLost = false;
    for (const go of this.#waiting.splice(0)) go(isBack);
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
