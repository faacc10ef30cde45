import type { Context } from "hono";
import { ADDRESS_HEADER } from "../accounts/auth.ts";
import type { Ctx } from "../context.ts";
import { addressOf } from "../hardening/person.ts";

/**
 * Hands a request that was checked on to better-auth, with the address as we know it.
 * @param path below /api/auth
 */
export function handOn(c: Context, ctx: Ctx, path: string, body: unknown): Promise<Response> {
  const headers = new Headers({ "Content-Type": "application/json" });
  for (const name of ["Cookie", "User-Agent"]) {
    const value = c.req.header(name);
    if (value) headers.set(name, value);
  }
  headers.set(ADDRESS_HEADER, addressOf(c));
  const url = new URL(`/api/auth${path}`, c.req.url);
  return ctx.auth.handler(
    new Request(url, { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

/** The cookies that better-auth sets go to the browser as they are. */
export function passCookies(from: Response, c: Context): void {
  for (const cookie of from.headers.getSetCookie()) {
    c.header("Set-Cookie", cookie, { append: true });
  }
}
