/** One request that waits for its turn. */
interface Waiter {
  begin: () => void;
}

/**
 * So many at once, so many waiting. Whoever waits is let in by turns among persons, so that one who
 * asks for a hundred things does not keep another from one.
 */
export class FairQueue {
  #running = 0;
  #waiting = 0;
  /** By person, in the order of their next turn. */
  #lines = new Map<string, Waiter[]>();

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  get size(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting };
  }

  /** Takes a free place, if there is one; then `leave` must follow when the work is done. */
  tryEnter(): boolean {
    if (this.#running >= this.atOnce) return false;
    this.#running++;
    return true;
  }

  /**
   * Waits for the person's turn; then `leave` must follow when the work is done.
   * @param signal given up, the place in the queue is free again
   * @returns false where the queue is full or the signal came first: then there is nothing to leave
   */
  wait(person: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted || this.#waiting >= this.waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        begin: () => {
          signal.removeEventListener("abort", giveUp);
          resolve(true);
        },
      };
      const giveUp = () => {
        this.#remove(person, waiter);
        resolve(false);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      this.#lines.set(person, [...(this.#lines.get(person) ?? []), waiter]);
      this.#waiting++;
    });
  }

  leave(): void {
    const next = this.#takeNext();
    // The place goes straight to the next, so that nobody who comes now slips in before.
    if (next) next.begin();
    else this.#running--;
  }

  #takeNext(): Waiter | undefined {
    const [turn] = this.#lines;
    if (!turn) return undefined;
    const [person, [first, ...others]] = turn;
    this.#lines.delete(person);
    // Behind everybody else who waits.
    if (others.length > 0) this.#lines.set(person, others);
    this.#waiting--;
    return first;
  }

  #remove(person: string, waiter: Waiter): void {
    const others = (this.#lines.get(person) ?? []).filter((each) => each !== waiter);
    if (others.length > 0) this.#lines.set(person, others);
    else this.#lines.delete(person);
    this.#waiting--;
  }
}
