import pg from "pg";

const RETRY_MS = 1000;

export interface Listening {
  channel: string;
  onPayload: (payload: string) => void;
  /** After a lost connection is back: what was notified meanwhile was not heard. */
  onGap: () => void;
}

/** One connection that listens on a channel, taken up again whenever it is lost. */
export class Listener {
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    private readonly url: string,
    private readonly listening: Listening,
  ) {}

  async open(): Promise<void> {
    const { channel, onPayload } = this.listening;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on("error", (error) => console.error(`change feed lost: ${error.message}`));
    client.on("notification", (message) => onPayload(message.payload ?? ""));
    await client.connect();
    client.on("end", () => this.#openAgain());
    this.#client = client;
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  #openAgain(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.open().then(this.listening.onGap, () => this.#openAgain());
    }, RETRY_MS);
    // Waiting for a database must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }
}
