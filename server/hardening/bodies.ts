import type { Context, MiddlewareHandler } from "hono";
import { checkJson } from "./json.ts";
import { refusals } from "./refusals.ts";

/** What may be larger than usual, by the path it is sent to. */
export interface LargeBody {
  path: RegExp;
  /** Of the file; there is room for the rest of its form. */
  bytes: number;
  /** Worked on like any change, whatever its size. */
  isQuick?: true;
}

export interface BodySettings {
  larger?: readonly LargeBody[];
  /** Of all bodies that are being received or worked on. */
  togetherBytes?: number;
  /** After this time a body must have come at `slowestBytesPerSecond` or more. */
  graceMs?: number;
  slowestBytesPerSecond?: number;
}

export const USUAL_BODY_BYTES = 1024 * 1024;
const FORM_BYTES = 64 * 1024;
const TOGETHER_BYTES = 256 * 1024 * 1024;
const GRACE_MS = 20_000;
/** A phone on the edge of its network; 50 MB take an hour and are cut off by the server's own limit. */
const SLOWEST_BYTES_PER_SECOND = 4 * 1024;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

/**
 * Receives the whole body before anything is worked on, so that a slow client holds nothing but its own
 * connection: 1 MB at most, or as the path allows, whether or not it says its length beforehand.
 * @throws Problem too-large, too-slow, busy, and unreadable-request for JSON that is none
 */
export function receiveBodies(settings: BodySettings = {}): MiddlewareHandler {
  const { larger = [], togetherBytes = TOGETHER_BYTES } = settings;
  let heldBytes = 0;
  return async (c, next) => {
    // Asking a GET for its body alone costs as much as answering it.
    if (c.req.method === "GET" || c.req.method === "HEAD" || !c.req.raw.body) return next();
    const large = larger.find(({ path }) => path.test(c.req.path));
    const limit = large ? large.bytes + FORM_BYTES : USUAL_BODY_BYTES;
    const refuseLarge = () => refusals.tooLarge(large?.bytes ?? limit);
    if (Number(c.req.header("Content-Length") ?? 0) > limit) throw refuseLarge();
    let ownBytes = 0;
    const take = (bytes: number) => {
      ownBytes += bytes;
      heldBytes += bytes;
      if (ownBytes > limit) throw refuseLarge();
      if (heldBytes > togetherBytes) throw refuseBusy(c);
    };
    try {
      const bytes = await receive(c.req.raw, take, settings);
      if (JSON_TYPE.test(c.req.header("Content-Type") ?? "")) checkJson(bytes);
      c.req.raw = new Request(c.req.raw, { body: bytes });
      await next();
    } finally {
      heldBytes -= ownBytes;
    }
  };
}

async function receive(
  request: Request,
  take: (bytes: number) => void,
  { graceMs = GRACE_MS, slowestBytesPerSecond = SLOWEST_BYTES_PER_SECOND }: BodySettings,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body!.getReader();
  const chunks: Uint8Array[] = [];
  const start = performance.now();
  let length = 0;
  let isTooSlow = false;
  const timer = setInterval(() => {
    const seconds = (performance.now() - start) / 1000;
    if (seconds * slowestBytesPerSecond <= length) return;
    isTooSlow = true;
    void reader.cancel().catch(() => undefined);
  }, graceMs);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw refusals.unreadable("The request broke off.");
      });
      if (done) break;
      take(value.length);
      chunks.push(value);
      length += value.length;
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearInterval(timer);
  }
  if (isTooSlow) throw refusals.tooSlow();
  return joined(chunks, length);
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function refuseBusy(c: Context) {
  c.header("Retry-After", "10");
  return refusals.busy();
}
