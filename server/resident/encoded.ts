import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";
import { accepts } from "hono/accepts";

export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** An answer that is kept: its bytes in every encoding asked for so far, and their tag. */
export class EncodedAnswer {
  readonly etag: string;
  #compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(readonly bytes: Uint8Array<ArrayBuffer>) {
    // Of the content, so that it survives a restart and changes with the program that writes it.
    // Weak, since the compressed bytes share it (RFC 9110 §8.8.3).
    this.etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  }

  /** Compressing costs as much as the query: it is done once and kept (DESIGN §7). */
  as(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const compressed = compress(this.bytes, encoding);
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}

async function compress(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding) {
  if (encoding === "identity") return bytes;
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const buffer = encoding === "br" ? await brotliAsync(bytes, options) : await gzipAsync(bytes);
  return new Uint8Array(buffer);
}

/** Sends it in an encoding that the asker takes, or says that what they have is still right. */
export async function sendEncoded(c: Context, encoded: EncodedAnswer, contentType: string) {
  const headers: Record<string, string> = {
    ETag: encoded.etag,
    "Cache-Control": "private, no-cache",
    Vary: "Accept-Encoding",
  };
  if (holds(c.req.header("If-None-Match"), encoded.etag)) return c.body(null, 304, headers);
  const encoding = accepts(c, {
    header: "Accept-Encoding",
    supports: [...ENCODINGS],
    default: "identity",
  }) as Encoding;
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  headers["Content-Type"] = contentType;
  return c.body(await encoded.as(encoding), 200, headers);
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => bare(tag) === bare(etag));
}
