import type { Server, ServerOptions } from "node:http";

/** A phone's slow line gets 20 MB through in this time at 40 KB a second. */
const REQUEST_MS = 10 * 60_000;
const HEADERS_MS = 15_000;
/** Longer than the minute for which proxies keep a connection: the one who reuses it must not be late. */
const KEEP_ALIVE_MS = 65_000;
/** A reader that takes nothing for so long is gone. Event streams say something every half minute. */
const SILENCE_MS = 5 * 60_000;
const CHECK_MS = 5_000;

/** For `createServer`: clients that send slowly hold a connection, but not for ever. */
export const SERVER_OPTIONS: ServerOptions = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: CHECK_MS,
  maxHeaderSize: 16 * 1024,
  noDelay: true,
};

/** For clients that read slowly: a connection on which nothing moves is closed. */
export function closeSilent(server: Server, milliseconds = SILENCE_MS): void {
  server.setTimeout(milliseconds);
}
