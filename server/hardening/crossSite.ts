import type { Context, MiddlewareHandler } from "hono";
import { refusals } from "./refusals.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what a page of another site would change with a person's own cookie. No token is needed: the
 * browser says where a request comes from. After `CrossOriginProtection` of Go's net/http (Filippo
 * Valsorda, 2025). Programs that are no browser say nothing of it and pass: nobody lends them a cookie.
 */
export function refuseCrossSite({ publicUrl }: { publicUrl?: string } = {}): MiddlewareHandler {
  const trusted = publicUrl ? new URL(publicUrl).origin : undefined;
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !isOwnSite(c, trusted)) {
      throw refusals.crossSite(c.req.header("Origin") ?? "");
    }
    await next();
  };
}

function isOwnSite(c: Context, trusted: string | undefined): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin");
  if (origin !== undefined && origin === trusted) return true;
  if (site) return site === "same-origin" || site === "none";
  if (origin === undefined) return true;
  // Browsers send Sec-Fetch-Site only over https and to the machine itself. The scheme is not compared:
  // behind a proxy it differs.
  return hostOf(origin) === (c.req.header("Host") ?? new URL(c.req.url).host);
}

/** Undefined for `null`, which a sandboxed frame sends, and for what is no address. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
