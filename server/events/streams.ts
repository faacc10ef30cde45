import type { ChangeFeed } from "../changes.ts";
import { Reader, type Revisions } from "./reader.ts";
import { inSlices, Topic } from "./topic.ts";

export interface StreamRequest {
  communityId: string;
  /** Who listens, to keep one person from taking all streams. */
  person: string;
  /** Asked only of the first who listens to a community. */
  readRevisions: () => Promise<Revisions>;
  /** Whether the person may still hear of it; asked again after somebody's duties changed. */
  stays: () => Promise<boolean>;
}

export interface StreamSettings {
  perPerson?: number;
  together?: number;
  keepAliveMs?: number;
}

/** A person with more pages than this open has forgotten the oldest. */
const PER_PERSON = 20;
const TOGETHER = 16_000;
/** Proxies close a silent connection after about a minute. */
const KEEP_ALIVE_MS = 25_000;
/** A stream begins anew after a while, as whoever may listen by then. */
const LONGEST_MS = 30 * 60_000;
/** For a page that had to make room: it would otherwise push out the next at once. */
const COME_BACK_MS = 60_000;

/** All open event streams: one timer for all, and an event is written once for all who hear it. */
export class EventStreams {
  /** A few numbers for each community ever listened to, kept by its changes from then on. */
  #topics = new Map<string, Promise<Topic>>();
  #known = new Map<string, Topic>();
  #byPerson = new Map<string, Set<Reader>>();
  #timer: NodeJS.Timeout | undefined;
  #areDutiesNews = false;
  #size = 0;

  constructor(
    changes: ChangeFeed,
    private readonly settings: StreamSettings = {},
  ) {
    changes.subscribe(({ communityId, revisions }) => this.#known.get(communityId)?.add(revisions));
    changes.onAccounts(() => (this.#areDutiesNews = true));
  }

  get size(): number {
    return this.#size;
  }

  /** @throws what `readRevisions` throws */
  async open(request: StreamRequest): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const { person, stays } = request;
    const topic = await this.#topicOf(request);
    const reader = new Reader(person, stays, (reader) => this.#forget(reader, topic));
    if (this.#size >= (this.settings.together ?? TOGETHER)) {
      reader.close(COME_BACK_MS);
      return reader.stream;
    }
    this.#remember(reader);
    topic.join(reader);
    return reader.stream;
  }

  #topicOf({ communityId, readRevisions }: StreamRequest): Promise<Topic> {
    const known = this.#topics.get(communityId);
    if (known) return known;
    const topic = new Topic();
    // Known before the revisions are read, so that no change in between is lost.
    this.#known.set(communityId, topic);
    const reading = readRevisions().then((revisions) => {
      topic.add(revisions);
      return topic;
    });
    this.#topics.set(communityId, reading);
    reading.catch(() => {
      this.#topics.delete(communityId);
      this.#known.delete(communityId);
    });
    return reading;
  }

  #remember(reader: Reader): void {
    const own = this.#byPerson.get(reader.person) ?? new Set();
    this.#byPerson.set(reader.person, own.add(reader));
    this.#size++;
    const [oldest] = own;
    if (own.size > (this.settings.perPerson ?? PER_PERSON)) oldest?.close(COME_BACK_MS);
    this.#timer ??= setInterval(
      () => void this.#keepAlive(),
      this.settings.keepAliveMs ?? KEEP_ALIVE_MS,
    ).unref();
  }

  #forget(reader: Reader, topic: Topic): void {
    const own = this.#byPerson.get(reader.person);
    if (!own?.delete(reader)) return;
    if (own.size === 0) this.#byPerson.delete(reader.person);
    topic.readers.delete(reader);
    if (--this.#size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #keepAlive(): Promise<void> {
    const readers = [...this.#byPerson.values()].flatMap((own) => [...own]);
    const oldest = performance.now() - LONGEST_MS;
    await inSlices(readers, (reader) => {
      if (reader.openedAt < oldest) reader.close();
      else reader.keepAlive();
    });
    if (!this.#areDutiesNews) return;
    this.#areDutiesNews = false;
    for (const reader of readers) if (!(await reader.stays())) reader.close();
  }
}
