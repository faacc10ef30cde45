import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";

const COOKIE = "getu.device";
/** The longest that browsers keep a cookie (RFC 6265bis). */
const KEPT_SECONDS = 400 * 24 * 3600;

/** The browser's id, where this account was let in from it before. */
export async function deviceOf(
  c: Context,
  secret: string,
  username: string,
): Promise<string | undefined> {
  const value = await getSignedCookie(c, secret, COOKIE);
  if (!value) return undefined;
  const [id, ...name] = value.split(" ");
  return name.join(" ") === username.toLowerCase() ? id : undefined;
}

/** Remembers that this account was let in from this browser. */
export async function rememberDevice(
  c: Context,
  { secret, isSecure }: { secret: string; isSecure: boolean },
  username: string,
): Promise<void> {
  await setSignedCookie(c, COOKIE, `${randomUUID()} ${username.toLowerCase()}`, secret, {
    path: "/api/auth",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
    maxAge: KEPT_SECONDS,
  });
}
