type Revisions = Record<string, number>;

/** What one reader has not been told yet. A change that comes by NOTIFY as well is told once. */
export class News {
  #told: Revisions = {};
  #waiting: Revisions | undefined;
  #wake = () => {};

  add(revisions: Revisions): void {
    const isNewer = ([layer, revision]: [string, number]) => revision > (this.#told[layer] ?? 0);
    const newer = Object.fromEntries(Object.entries(revisions).filter(isNewer));
    if (Object.keys(newer).length === 0) return;
    Object.assign(this.#told, newer);
    this.#waiting = { ...this.#waiting, ...newer };
    this.wake();
  }

  take(): Revisions | undefined {
    const revisions = this.#waiting;
    this.#waiting = undefined;
    return revisions;
  }

  /** Until something is to be told, or for so long. */
  wait(milliseconds: number): Promise<"news" | "quiet"> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve("quiet"), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve("news");
      };
    });
  }

  wake(): void {
    this.#wake();
  }
}
