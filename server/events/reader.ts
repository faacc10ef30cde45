export type Revisions = Record<string, number>;

/** Nothing heard for so many turns of the keep-alive: whoever it was does not read any more. */
const MAX_UNREAD_TURNS = 2;

/** Opened once for all readers: each would hold kilobytes of its own. */
const encoder = new TextEncoder();
const KEEP_ALIVE = encoder.encode(": still here\n\n");

export function encodeRevisions(revisions: Revisions): Uint8Array<ArrayBuffer> {
  return encoder.encode(`event: layers\ndata: ${JSON.stringify({ revisions })}\n\n`);
}

/** One open stream. It holds at most one event that was not read, whatever happens meanwhile. */
export class Reader {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly openedAt = performance.now();
  #controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  /** What happened while the last event was still unread. */
  #missed: Revisions | undefined;
  #unreadTurns = 0;
  #isOpen = true;

  constructor(
    readonly person: string,
    /** Whether the person may still hear of the community. */
    readonly stays: () => Promise<boolean>,
    private readonly onClose: (reader: Reader) => void,
  ) {
    this.stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => void (this.#controller = controller),
      pull: () => this.#catchUp(),
      cancel: () => this.#end(),
    });
  }

  /** @param encoded the revisions as an event, made once for all readers */
  tell(revisions: Revisions, encoded: Uint8Array<ArrayBuffer>): void {
    if (!this.#isOpen) return;
    if (this.#isRead) this.#controller.enqueue(encoded);
    else this.#missed = { ...this.#missed, ...revisions };
  }

  /** Says something, so that proxies and this server itself see that the connection lives. */
  keepAlive(): void {
    if (!this.#isOpen) return;
    if (this.#isRead) {
      this.#unreadTurns = 0;
      this.#controller.enqueue(KEEP_ALIVE);
    } else if (++this.#unreadTurns > MAX_UNREAD_TURNS) this.close();
  }

  /** The browser comes back by itself, after three seconds or as it is told. */
  close(comeBackMs?: number): void {
    if (!this.#isOpen) return;
    if (comeBackMs) this.#controller.enqueue(encoder.encode(`retry: ${comeBackMs}\n\n`));
    this.#controller.close();
    this.#end();
  }

  get #isRead(): boolean {
    return (this.#controller.desiredSize ?? 0) > 0;
  }

  #catchUp(): void {
    if (!this.#missed) return;
    this.#controller.enqueue(encodeRevisions(this.#missed));
    this.#missed = undefined;
  }

  #end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.onClose(this);
  }
}
