/** As the service worker (web/serviceWorker/answers.ts) says it. */
const CHANNEL = "getu-connection";

interface Word {
  /** An HTTP date; null where the server answers. */
  keptAt: string | null;
}

/** Whether there is a network, and how old is what is seen without one. */
export class ConnectionState {
  #isOnline = $state.raw(navigator.onLine);
  #keptAt: Date | null = $state.raw(null);

  readonly isOffline: boolean = $derived(!this.#isOnline || this.#keptAt !== null);
  /** When what is seen was kept; null where it came from the server just now. */
  readonly keptAt: Date | null = $derived(this.#keptAt);

  /** @returns its own undo */
  follow(): () => void {
    const channel = new BroadcastChannel(CHANNEL);
    const look = () => (this.#isOnline = navigator.onLine);
    channel.onmessage = ({ data }: MessageEvent<Word | "?">) => {
      if (data !== "?") this.#keptAt = data.keptAt === null ? null : new Date(data.keptAt);
    };
    // What the page is made of was answered before it could listen.
    channel.postMessage("?");
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      channel.close();
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }
}
