export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * Text of a file without its byte-order mark: UTF-16 where a mark or the zero bytes say so, else
 * strict UTF-8, else GB18030 (what Chinese desktop programs write). Damaged UTF-8 that is no
 * GB18030 either keeps its readable part.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const wide = wideEncoding(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: wide };
  // A file cut off inside a character is still UTF-8: streaming holds an unfinished last character
  // back.
  const text = decodeStrictly(bytes, "utf-8");
  if (text !== null) return { text, encoding: "utf-8" };
  const legacy = decodeStrictly(bytes, "gb18030");
  if (legacy !== null) return { text: legacy, encoding: "gb18030" };
  return { text: decode(bytes, "utf-8"), encoding: "utf-8" };
}

function wideEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const brackets = [0x7b, 0x5b];
  if (second === 0 && brackets.includes(first ?? 0)) return "utf-16le";
  if (first === 0 && brackets.includes(second ?? 0)) return "utf-16be";
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
