export type NoticeKind = "info" | "warn" | "danger" | "good";

export interface ToastContent {
  kind?: NoticeKind;
  text: string;
  action?: { label: string; onselect: () => void };
}

export interface Toast extends ToastContent {
  id: number;
}

/** More than three at once are not read but waited out. */
const MOST_SHOWN = 3;

/** Short messages that go by themselves; one that reports danger stays until it is dismissed. */
export class ToastQueue {
  #toasts = $state.raw<readonly Toast[]>([]);
  #timers: Record<number, ReturnType<typeof setTimeout>> = {};
  #nextId = 1;
  #isHeld = false;

  get toasts(): readonly Toast[] {
    return this.#toasts;
  }

  /** Shows a message; returns what dismisses it. */
  push(content: ToastContent): () => void {
    const toast = { ...content, id: this.#nextId++ };
    for (const old of this.#toasts.slice(0, 1 - MOST_SHOWN)) this.dismiss(old.id);
    this.#toasts = [...this.#toasts, toast];
    this.#start(toast);
    return () => this.dismiss(toast.id);
  }

  dismiss(id: number) {
    clearTimeout(this.#timers[id]);
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
  }

  /** Keeps them all while someone is reading or about to press. */
  hold() {
    this.#isHeld = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#timers = {};
  }

  release() {
    this.hold();
    this.#isHeld = false;
    for (const toast of this.#toasts) this.#start(toast);
  }

  #start(toast: Toast) {
    if (this.#isHeld || toast.kind === "danger") return;
    const seconds = toast.action ? 10 : 5;
    this.#timers[toast.id] = setTimeout(() => this.dismiss(toast.id), seconds * 1000);
  }
}
