import { encodeRevisions, type Reader, type Revisions } from "./reader.ts";

/** So many are told in one go; then others get their turn on the event loop. */
export const SLICE = 200;

/** Does something for each of many, a slice at a time. */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  for (let start = 0; start < items.length; start += SLICE) {
    if (start > 0) await new Promise((resolve) => setImmediate(resolve));
    for (const item of items.slice(start, start + SLICE)) work(item);
  }
}

/** One community's readers and what they know: read once, then kept by the changes that come. */
export class Topic {
  readonly readers = new Set<Reader>();
  #revisions: Revisions = {};
  #untold: Revisions | undefined;
  #isTelling = false;

  /** @returns whether any of it was new. A change that comes by NOTIFY as well is told once. */
  add(revisions: Revisions): void {
    const isNewer = ([layer, revision]: [string, number]) =>
      revision > (this.#revisions[layer] ?? 0);
    const newer = Object.fromEntries(Object.entries(revisions).filter(isNewer));
    if (Object.keys(newer).length === 0) return;
    Object.assign(this.#revisions, newer);
    this.#untold = { ...this.#untold, ...newer };
    if (!this.#isTelling) void this.#tell();
  }

  /** The first event of each reader says all the revisions there are. */
  join(reader: Reader): void {
    reader.tell(this.#revisions, encodeRevisions(this.#revisions));
    this.readers.add(reader);
  }

  async #tell(): Promise<void> {
    this.#isTelling = true;
    // What comes while many are told is told together, in the next round.
    for (let news = this.#untold; news; news = this.#untold) {
      this.#untold = undefined;
      const told = news;
      const encoded = encodeRevisions(told);
      await inSlices([...this.readers], (reader) => reader.tell(told, encoded));
    }
    this.#isTelling = false;
  }
}
