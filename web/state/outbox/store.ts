import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type OutboxItem, readItem } from "./item.ts";

interface StoredPhoto {
  id: string;
  itemId: string;
  picture: Blob;
}

interface Shelves extends DBSchema {
  items: { key: string; value: OutboxItem };
  photos: { key: string; value: StoredPhoto; indexes: { itemId: string } };
}

/** Nothing more fits on this device; what was to be kept is not. */
export class OutboxFull extends Error {
  constructor() {
    super("the device is full");
    this.name = "OutboxFull";
  }
}

/** This browser keeps nothing at all, such as in a private window of some. */
export class OutboxClosed extends Error {
  constructor(cause: unknown) {
    super("the browser keeps nothing", { cause });
    this.name = "OutboxClosed";
  }
}

/** Of the database in the browser; a change of what is in an item is `OUTBOX_FORMAT` instead. */
const SHELVES_VERSION = 1;

/** An answer of "kept" must be true of the disk: a phone is switched off as it likes. */
const STRICT = { durability: "strict" } as const;

/** The items and their pictures in IndexedDB. They belong to the browser, whoever is signed in. */
export class OutboxStore {
  #opened: Promise<IDBPDatabase<Shelves>> | undefined;

  constructor(private readonly name = "getu-outbox") {}

  async list(): Promise<OutboxItem[]> {
    const shelves = await this.#open();
    return (await shelves.getAll("items")).map(readItem);
  }

  async pictures(itemId: string): Promise<Map<string, Blob>> {
    const shelves = await this.#open();
    const photos = await shelves.getAllFromIndex("photos", "itemId", itemId);
    return new Map(photos.map(({ id, picture }) => [id, picture]));
  }

  /**
   * Keeps an item and all of its pictures, or nothing. Pictures that it no longer names are dropped.
   * @throws OutboxFull, OutboxClosed
   */
  async keep(item: OutboxItem, pictures: ReadonlyMap<string, Blob>): Promise<void> {
    const shelves = await this.#open();
    const work = shelves.transaction(["items", "photos"], "readwrite", STRICT);
    try {
      const photos = work.objectStore("photos");
      const before = await photos.index("itemId").getAllKeys(item.id);
      const gone = before.filter((id) => !item.photos.some((photo) => photo.id === id));
      const steps = [
        work.objectStore("items").put(item),
        ...gone.map((id) => photos.delete(id)),
        ...[...pictures].map(([id, picture]) => photos.put({ id, itemId: item.id, picture })),
      ];
      // Why a step failed, the whole of it says.
      await Promise.allSettled(steps);
      await work.done;
    } catch (error) {
      abort(work);
      throw isFull(error) || isFull(work.error) ? new OutboxFull() : error;
    }
  }

  /** Puts another fate to an item that is there; one that another tab has sent stays gone. */
  async change(
    id: string,
    change: (item: OutboxItem) => OutboxItem | undefined,
  ): Promise<OutboxItem | undefined> {
    const shelves = await this.#open();
    const work = shelves.transaction(["items", "photos"], "readwrite", STRICT);
    const items = work.objectStore("items");
    const item = await items.get(id);
    const next = item && change(item);
    if (next) await items.put(next);
    else if (item) {
      const photos = work.objectStore("photos");
      for (const key of await photos.index("itemId").getAllKeys(id)) await photos.delete(key);
      await items.delete(id);
    }
    await work.done;
    return next;
  }

  #open(): Promise<IDBPDatabase<Shelves>> {
    this.#opened ??= openShelves(this.name, () => (this.#opened = undefined));
    return this.#opened;
  }
}

async function openShelves(name: string, onlost: () => void): Promise<IDBPDatabase<Shelves>> {
  try {
    return await openDB<Shelves>(name, SHELVES_VERSION, {
      upgrade(shelves) {
        shelves.createObjectStore("items", { keyPath: "id" });
        shelves.createObjectStore("photos", { keyPath: "id" }).createIndex("itemId", "itemId");
      },
      // A newer version of the product in another tab wants to open it: it must not wait for this one.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onlost();
      },
      terminated: onlost,
    });
  } catch (error) {
    onlost();
    throw new OutboxClosed(error);
  }
}

/** What was put before the step that failed must not stay. */
function abort(work: { abort(): void; done: Promise<void> }): void {
  work.done.catch(() => undefined);
  try {
    work.abort();
  } catch {
    // It is over already.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
