export type ImageKind = "jpeg" | "png" | "webp" | "heic";

/**
 * What a file is by its first bytes, whatever it is called: a name and a type are what the sender says.
 * @returns undefined for everything else, SVG, HTML and GIF among it
 */
export function imageKindOf(bytes: Uint8Array): ImageKind | undefined {
  const text = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (text(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (text(4, 8) === "ftyp" && /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(text(8, 12))) return "heic";
  return undefined;
}
