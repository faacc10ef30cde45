import type { Context, MiddlewareHandler } from "hono";
import { FairQueue } from "./fairQueue.ts";
import { LARGE_BODIES } from "./largeBodies.ts";
import { personOf } from "./person.ts";
import { refusals } from "./refusals.ts";

export interface QueueSettings {
  /** Worked on at once: reads that may need the database. */
  atOnce?: number;
  /** Changes at once; they mostly wait for the same rows, or for the one embedded transaction. */
  changesAtOnce?: number;
  /** Files at once; each may take its time in a thread of its own. */
  filesAtOnce?: number;
  /** Waiting, in each of the lines; the next is sent away. */
  waiting?: number;
  /** Nobody waits longer. */
  longestWaitMs?: number;
  /** Paths that are not counted: event streams, which stay open for hours. */
  exempt?: readonly RegExp[];
}

const LONGEST_WAIT_MS = 15_000;
const RETRY_AFTER_SECONDS = 3;
const EVENT_STREAMS = /^\/api\/communities\/[^/]+\/events$/;

/**
 * A bounded queue before the API: above it 503 with a time to come back, never a hang. What a browser
 * only wants confirmed (304), heads, reads, changes and files stand in lines of their own, so that what is
 * cheap does not wait behind what is not. Mounted after bodies are received: a slow sender holds no place.
 * @throws Problem busy
 */
export function limitQueue(settings: QueueSettings = {}): MiddlewareHandler {
  const { atOnce = 64, changesAtOnce = 16, filesAtOnce = 4, waiting = 256 } = settings;
  const { longestWaitMs = LONGEST_WAIT_MS, exempt = [EVENT_STREAMS] } = settings;
  const lines = {
    confirmations: new FairQueue(atOnce, waiting),
    reads: new FairQueue(atOnce, waiting),
    changes: new FairQueue(changesAtOnce, waiting),
    files: new FairQueue(filesAtOnce, waiting),
  };
  return async (c, next) => {
    if (exempt.some((path) => path.test(c.req.path))) return next();
    const line = lines[lineOf(c)];
    if (!line.tryEnter() && !(await line.wait(personOf(c), patienceOf(c, longestWaitMs)))) {
      c.header("Retry-After", String(RETRY_AFTER_SECONDS));
      throw refusals.busy();
    }
    try {
      await next();
    } finally {
      line.leave();
    }
  };
}

/** Ends when the person goes away, or has waited long enough. */
function patienceOf(c: Context, milliseconds: number): AbortSignal {
  return AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(milliseconds)]);
}

function lineOf(c: Context): "confirmations" | "reads" | "changes" | "files" {
  if (c.req.method === "HEAD" || c.req.header("If-None-Match")) return "confirmations";
  if (c.req.method === "GET" || c.req.method === "OPTIONS") return "reads";
  const large = LARGE_BODIES.find(({ path }) => path.test(c.req.path));
  return large && !large.isQuick ? "files" : "changes";
}
