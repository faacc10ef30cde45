import { keyOf } from "./kept.ts";

/** Tells pages whether what they see came from the server; they may ask, too. */
export const CONNECTION_CHANNEL = "getu-connection";
/** What a kept answer says of its age: an HTTP date. */
export const KEPT_HEADER = "Getu-Kept-At";

const CACHE = "getu-answers";
/** With something to show, nobody waits longer for a network that only seems to be there. */
const PATIENCE_MS = 8_000;
/** A worker's community has some dozens; the oldest go first. */
const MOST_KEPT = 300;
/** As long as a session lasts unused (server/accounts/auth.ts): after that nobody is signed in here. */
const SESSION_MS = 14 * 86_400_000;

/** Answers of the server, kept for one person at a time and used where the network fails. */
export class Answers {
  readonly #channel = new BroadcastChannel(CONNECTION_CHANNEL);
  /** Rises when the person changes: what was asked before is not kept for the next. */
  #generation = 0;
  #keptAt: string | null = null;

  constructor() {
    this.#channel.onmessage = ({ data }) => {
      if (data === "?") this.#channel.postMessage({ keptAt: this.#keptAt });
    };
  }

  /** Who is signed in. Somebody else than last time begins with nothing kept. */
  async me(request: Request): Promise<Response> {
    const generation = this.#generation;
    const response = await this.#fetch(request);
    if (!response) {
      const keptAt = (await this.#kept(request))?.headers.get("Date");
      if (keptAt && Date.now() - Date.parse(keptAt) > SESSION_MS) await this.#forget();
      return this.#keptOrFail(request);
    }
    if (response.status === 401) await this.#forget();
    if (!response.ok) return response;
    const before = await this.#kept(request);
    const [was, is] = await Promise.all([personOf(before), personOf(response)]);
    // Somebody signed in or out while it was asked: it says who was here.
    if (generation !== this.#generation) return response;
    if (was !== is) await this.#forget();
    await this.#keep(request, response.clone());
    return response;
  }

  /** The server's answer, or else what it said last. */
  async of(request: Request): Promise<Response> {
    const generation = this.#generation;
    const kept = await this.#kept(request);
    const response = await this.#fetch(request, kept ? PATIENCE_MS : undefined);
    if (!response || (kept && response.status >= 500)) return this.#keptOrFail(request);
    if (response.status === 200 && generation === this.#generation) {
      await this.#keep(request, response.clone());
    }
    return response;
  }

  /** Signing in and out. What is kept goes first: without a network, too. */
  async change(request: Request): Promise<Response> {
    await this.#forget();
    return fetch(request);
  }

  async #fetch(request: Request, patience?: number): Promise<Response | undefined> {
    const late =
      patience && new Promise<undefined>((done) => setTimeout(() => done(undefined), patience));
    const asked = fetch(request).catch((error: unknown) => {
      // The page gave it up itself: that says nothing of the network.
      if (request.signal.aborted) throw error;
      return undefined;
    });
    const response = await (late ? Promise.race([asked, late]) : asked);
    if (response) this.#tell(null);
    return response;
  }

  async #keptOrFail(request: Request): Promise<Response> {
    const kept = await this.#kept(request);
    if (!kept) return Response.error();
    const keptAt = kept.headers.get("Date") ?? new Date(0).toUTCString();
    this.#tell(keptAt);
    const headers = new Headers(kept.headers);
    headers.set(KEPT_HEADER, keptAt);
    return new Response(kept.body, { status: kept.status, headers });
  }

  async #kept(request: Request): Promise<Response | undefined> {
    const cache = await caches.open(CACHE);
    return cache.match(keyOf(request.url), { ignoreVary: true });
  }

  async #keep(request: Request, response: Response): Promise<void> {
    try {
      const cache = await caches.open(CACHE);
      await cache.put(keyOf(request.url), response);
      const keys = await cache.keys();
      for (const key of keys.slice(0, Math.max(0, keys.length - MOST_KEPT))) {
        await cache.delete(key);
      }
    } catch {
      // The phone is full: what is left of it belongs to the outbox.
      await caches.delete(CACHE);
    }
  }

  async #forget(): Promise<void> {
    this.#generation += 1;
    await caches.delete(CACHE);
  }

  #tell(keptAt: string | null): void {
    if (keptAt === this.#keptAt) return;
    this.#keptAt = keptAt;
    this.#channel.postMessage({ keptAt });
  }
}

async function personOf(response: Response | undefined): Promise<string | undefined> {
  if (!response) return undefined;
  return ((await response.clone().json()) as { userId?: string }).userId;
}
