import type { MiddlewareHandler } from "hono";
import { refusals } from "./refusals.ts";

/**
 * Refuses an address that is no text: bytes that are not UTF-8 and NUL, which no database takes.
 * Routers pass such bytes on undecoded, so every route would have to look for them itself.
 */
export const refuseUnreadableAddress: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (!isText(pathname) || !isText(search)) {
    throw refusals.unreadable("The address is not UTF-8 text.");
  }
  await next();
};

function isText(encoded: string): boolean {
  if (!encoded.includes("%")) return true;
  try {
    return !decodeURIComponent(encoded).includes("\0");
  } catch {
    return false;
  }
}
