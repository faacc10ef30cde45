import type { Database } from "#data/open.ts";
import type { Auth } from "../accounts/auth.ts";
import { type Actor, NO_RIGHTS, NOBODY, type Rights } from "./actor.ts";
import { readProgramRights, readRights } from "./rights.ts";

/** A duty that begins or ends by the calendar is noticed after so long; all other changes at once. */
const KEPT_MS = 15_000;
/** As many sessions as are kept; the one that was not seen for longest goes first. */
const MOST = 20_000;

interface Kept<T> {
  value: Promise<T>;
  until: number;
}

/** Who is behind a request, and what they hold. Kept for moments, so that a cached answer costs no query. */
export class Actors {
  #sessions = new Map<string, Kept<Actor>>();
  #rights = new Map<string, Kept<Rights>>();

  constructor(
    private readonly db: Database,
    private readonly auth: Auth,
  ) {}

  /** Forgets everybody: somebody's duties, account or session changed. */
  forget(): void {
    this.#sessions.clear();
    this.#rights.clear();
  }

  /** Who sent these headers; nobody where the session is over or never was. */
  identify(headers: Headers): Promise<Actor> {
    const cookie = headers.get("Cookie");
    if (!cookie?.includes(SESSION_COOKIE)) return Promise.resolve(NOBODY);
    return kept(this.#sessions, cookie, () => this.#readActor(headers));
  }

  /** The second wall of what is answered from memory: asked of the database, not of the actor. */
  rightsOf(actor: Actor): Promise<Rights> {
    if (actor.kind === "program") return readProgramRights(this.db);
    if (actor.kind === "nobody") return Promise.resolve(NO_RIGHTS);
    const { userId } = actor;
    return kept(this.#rights, userId, () => readRights(this.db, userId));
  }

  async #readActor(headers: Headers): Promise<Actor> {
    const session = await this.auth.api.getSession({ headers });
    if (!session || session.user.banned) return NOBODY;
    const { id: userId, name, username } = session.user;
    const rights = await kept(this.#rights, userId, () => readRights(this.db, userId));
    return { kind: "person", userId, name, username: username ?? "", rights };
  }
}

/** Part of the name of better-auth's cookie, with and without its `__Secure-`. */
export const SESSION_COOKIE = "getu.session_token";

function kept<T>(map: Map<string, Kept<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const known = map.get(key);
  map.delete(key);
  if (known && known.until > now) {
    map.set(key, known);
    return known.value;
  }
  const entry: Kept<T> = { value: make(), until: now + KEPT_MS };
  map.set(key, entry);
  // A failure is not kept.
  entry.value.catch(() => map.get(key) === entry && map.delete(key));
  const oldest = map.size > MOST ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
  return entry.value;
}
