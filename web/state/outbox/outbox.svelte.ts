import {
  afterTry,
  dueItems,
  isLeftBehind,
  isLineDown,
  isSignedOut,
  nextDueAt,
  othersOf,
  type Outcome,
  pauseAfter,
  sentAgain,
} from "./fate.ts";
import { type Letter, newItem, type OutboxItem, type Writer } from "./item.ts";
import { sendItem } from "./send.ts";
import { OutboxFull, OutboxStore } from "./store.ts";

/** One sender over all tabs of the browser; an update of the product waits for it, too. */
export const OUTBOX_LOCK = "getu-outbox";
const CHANNEL = "getu-outbox";
/** Of the service worker (web/serviceWorker/answers.ts). */
export const ANSWERS_CACHE = "getu-answers";
const SHORTEST_MS = 200;
/** Whoever comes back begins anew; this is for a server that only seemed to know nobody. */
const SIGNED_OUT_PAUSE_MS = 120_000;

/** Sent meanwhile, or given up in another tab: there is nothing to correct any more. */
export class OutboxGone extends Error {
  constructor() {
    super("it is not here any more");
    this.name = "OutboxGone";
  }
}

interface Needs {
  store: OutboxStore;
  send: (item: OutboxItem, pictures: ReadonlyMap<string, Blob>) => Promise<Outcome>;
  /** The server knows nobody by this session. */
  onsignedout: () => void;
}

/**
 * Everything that was written from hazards, moves and inspections, and is not at the server yet. It is
 * kept first and sent then; only an answer of the server takes an item out.
 */
export class OutboxState {
  #items: OutboxItem[] = $state.raw([]);
  #writer: Writer | null = $state.raw(null);
  #isSending = $state.raw(false);
  #isReachable = $state.raw(true);
  #hasRead = $state.raw(false);
  #sentCount = $state.raw(0);

  /** Of whoever is signed in, oldest first. */
  readonly items: OutboxItem[] = $derived(
    this.#items.filter(({ userId }) => userId === this.#writer?.userId),
  );
  readonly others: { name: string; count: number }[] = $derived(
    othersOf(this.#items, this.#writer?.userId),
  );
  readonly needsYou: OutboxItem[] = $derived(
    this.items.filter(({ state }) => state === "needs-you"),
  );
  /** Before that, nobody knows whether something waits. */
  readonly hasRead: boolean = $derived(this.#hasRead);
  readonly isSending: boolean = $derived(this.#isSending);
  /** Whether the last try got through to the server. */
  readonly isReachable: boolean = $derived(this.#isReachable);
  /** Since the page was opened: it rises when something arrives at the server. */
  readonly sentCount: number = $derived(this.#sentCount);

  readonly #needs: Needs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  /** Tries since the line was last up, and until when, in milliseconds since 1970, no timer tries. */
  #lostTries = 0;
  #quietUntil = 0;
  #channel: BroadcastChannel | undefined;

  constructor(needs: Partial<Needs> = {}) {
    const onsignedout = () => undefined;
    this.#needs = { store: new OutboxStore(), send: sendItem, onsignedout, ...needs };
  }

  /** Reads what is there, and sends whenever there is a reason to hope. @returns its own undo */
  open(): () => void {
    const again = () => void this.flush();
    const seen = () => document.visibilityState === "visible" && again();
    addEventListener("online", again);
    document.addEventListener("visibilitychange", seen);
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = () => void this.#read();
    again();
    return () => {
      removeEventListener("online", again);
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(this.#timer);
      this.#channel?.close();
      this.#channel = undefined;
    };
  }

  /** Who is signed in now. What others wrote stays theirs, and waits for them. */
  belongTo(writer: Writer | null): void {
    this.#writer = writer;
    void this.flush();
  }

  /**
   * Keeps a letter on this device and begins to send it.
   * @param pictures by the photos' ids
   * @returns the item, once it is on the disk
   * @throws OutboxFull, OutboxClosed; then nothing is kept, and the form must keep what it has
   */
  async add(letter: Letter, pictures: ReadonlyMap<string, Blob>): Promise<OutboxItem> {
    const writer = this.#writer;
    if (!writer) throw new Error("nobody is signed in");
    const item = newItem(letter, writer);
    await this.#keep(item, pictures);
    // Without a word of the person the browser may clear it when space runs out; many never ask anybody.
    void navigator.storage?.persist?.().catch(() => false);
    return item;
  }

  /** Puts a corrected letter in the place of one that the server does not have yet. @throws as `add`, OutboxGone */
  async correct(id: string, letter: Letter, pictures: ReadonlyMap<string, Blob>): Promise<void> {
    const item = this.items.find((each) => each.id === id);
    if (!item) throw new OutboxGone();
    // What the server has read and refused it does not have.
    const isChanged = item.state === "stuck" || item.isChanged === true;
    await this.#keep(sentAgain({ ...item, ...letter, isChanged, problem: null }), pictures);
  }

  pictures(id: string): Promise<Map<string, Blob>> {
    return this.#needs.store.pictures(id);
  }

  /** Tries one now, or all of them. */
  async retry(id?: string): Promise<void> {
    const chosen = this.items.filter((item) => id === undefined || item.id === id);
    const due = chosen.filter(({ state }) => id !== undefined || state !== "needs-you");
    for (const item of due) await this.#needs.store.change(item.id, sentAgain);
    this.#tell();
    await this.flush();
  }

  /** The person gives up what the server does not have; nothing else ever calls this. */
  async discard(id: string): Promise<void> {
    await this.#needs.store.change(id, () => undefined);
    this.#tell();
    await this.#read();
  }

  /** Sends what is due, one tab at a time. Asked again while it runs, it looks once more afterwards. */
  flush(): Promise<void> {
    this.#isAskedAgain = this.#running !== undefined;
    return (this.#running ??= this.#flush().finally(() => {
      this.#running = undefined;
      if (this.#isAskedAgain) void this.flush();
    }));
  }

  async #keep(item: OutboxItem, pictures: ReadonlyMap<string, Blob>): Promise<void> {
    await this.#needs.store.keep(item, pictures).catch(async (error: unknown) => {
      if (!(error instanceof OutboxFull) || !("caches" in globalThis)) throw error;
      // What was kept only to be read makes room for what was written.
      await caches.delete(ANSWERS_CACHE);
      await this.#needs.store.keep(item, pictures);
    });
    this.#tell();
    await this.#read();
    void this.flush();
  }

  async #flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#read();
    if (this.#writer && this.items.length > 0) await alone(() => this.#pass());
    const due = this.#writer ? nextDueAt(this.#items, this.#writer.userId) : undefined;
    if (due === undefined) return;
    const wait = Math.max(due, this.#quietUntil) - Date.now();
    this.#timer = setTimeout(() => void this.flush(), Math.max(SHORTEST_MS, wait));
  }

  /** With the lock: what another tab left as `sending` is nobody's any more. */
  async #pass(): Promise<void> {
    await this.#read();
    for (const item of this.#items.filter(isLeftBehind)) {
      await this.#needs.store.change(item.id, (left) => ({ ...left, state: "waiting" }));
    }
    this.#isSending = true;
    try {
      for (;;) {
        await this.#read();
        const userId = this.#writer?.userId;
        const [item] = userId ? dueItems(this.#items, userId, Date.now()) : [];
        if (!item || !(await this.#try(item))) return;
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** @returns whether it is worth trying another */
  async #try(item: OutboxItem): Promise<boolean> {
    const { store, send, onsignedout } = this.#needs;
    const pictures = await store.pictures(item.id);
    await store.change(item.id, (there) => ({ ...there, state: "sending" }));
    await this.#read();
    const outcome = await send(item, pictures);
    await store.change(item.id, (there) =>
      afterTry(there, outcome, Date.now(), Math.random(), item),
    );
    this.#hear(outcome);
    this.#tell();
    await this.#read();
    if (isSignedOut(outcome)) onsignedout();
    return this.#quietUntil === 0;
  }

  #hear(outcome: Outcome): void {
    const isDown = isLineDown(outcome);
    this.#isReachable = !isDown;
    this.#lostTries = isDown ? this.#lostTries + 1 : 0;
    if (isSignedOut(outcome)) this.#quietUntil = Date.now() + SIGNED_OUT_PAUSE_MS;
    else if (isDown) this.#quietUntil = Date.now() + pauseAfter(this.#lostTries, Math.random());
    else this.#quietUntil = 0;
    if (outcome.isSent) this.#sentCount += 1;
  }

  #tell(): void {
    this.#channel?.postMessage("changed");
  }

  async #read(): Promise<void> {
    this.#items = await this.#needs.store.list().catch(() => this.#items);
    this.#hasRead = true;
  }
}

/** Pages that came over plain http have no locks; there the ids alone keep things from being doubled. */
async function alone(work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (locks) await locks.request(OUTBOX_LOCK, work);
  else await work();
}
