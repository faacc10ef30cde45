import { OUTBOX_LOCK } from "./outbox/outbox.svelte.ts";

/** Files come once the page stands and the map is drawn: on a phone they would stand in its way. */
const PATIENCE_MS = 5_000;
/** A phone keeps a page open for weeks. */
const LOOK_AGAIN_MS = 3_600_000;

/** The installed product: its service worker, and the next version once it is here. */
export class UpdateState {
  #waiting: ServiceWorker | null = $state.raw(null);

  /** A new version is here and waits. */
  readonly isReady: boolean = $derived(this.#waiting !== null);

  /** @returns its own undo */
  follow(): () => void {
    // Over plain http there is none, and while developing it would only show what was before.
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return () => undefined;
    const start = setTimeout(() => void this.#register(), PATIENCE_MS);
    const again = setInterval(() => {
      void navigator.serviceWorker.getRegistration().then((found) => found?.update());
    }, LOOK_AGAIN_MS);
    return () => {
      clearTimeout(start);
      clearInterval(again);
    };
  }

  /** Goes over to the new version, once nothing is being sent from any tab. */
  async takeOver(): Promise<void> {
    const next = this.#waiting;
    if (!next) return;
    const reload = () => location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    await navigator.locks.request(OUTBOX_LOCK, () => next.postMessage({ type: "SKIP_WAITING" }));
  }

  async #register(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker.register("/worker.js");
      const look = () => {
        // The very first one has nothing to take over.
        const { waiting } = registration;
        this.#waiting = waiting && navigator.serviceWorker.controller ? waiting : null;
      };
      look();
      registration.addEventListener("updatefound", () =>
        registration.installing?.addEventListener("statechange", look),
      );
    } catch {
      // The product works without; it only does not open without a network.
    }
  }
}
