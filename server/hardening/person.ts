import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";

/** Over https browsers see it with a prefix. */
const SESSION_COOKIES = ["getu.session_token", "__Secure-getu.session_token"];

/**
 * Who asks, as far as it is known before anybody has been asked: only to keep one from taking what is
 * there for all. The session, or else the address. An invented cookie gets a line of its own and no more.
 */
export function personOf(c: Context): string {
  for (const name of SESSION_COOKIES) {
    const session = getCookie(c, name);
    if (session) return `session ${session.slice(0, 64)}`;
  }
  return `address ${addressOf(c)}`;
}

/**
 * Of the connection. Where that is of this machine, a proxy may stand in front: then what it says, and
 * of a list the last, which the proxy added itself.
 */
export function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const address = incoming?.socket.remoteAddress ?? "unknown";
  if (!LOOPBACK.test(address)) return address;
  const forwarded = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
  return forwarded || address;
}

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
