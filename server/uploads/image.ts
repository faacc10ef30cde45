import sharp from "sharp";
import { imageKindOf } from "./kind.ts";
import { type ImageLocation, locationIn } from "./location.ts";
import { imageRefusals } from "./refusals.ts";
import { Turnstile } from "./turnstile.ts";

export interface ReadImage {
  /** A JPEG of our own making, upright, in sRGB, with nothing in it but pixels. */
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  /** Where it was taken; only when asked for, and only where the picture says so. */
  location?: ImageLocation;
}

export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;
/** A phone's largest everyday setting is 50 megapixels; decoded, these take some 200 MB. */
export const MAX_PIXELS = 64_000_000;
/** On the longer side: enough to read a meter on. */
const MAX_SIDE_PIXELS = 2560;
const QUALITY = 82;
const MAX_SECONDS = 20;

// Of all that the library can open (SVG, PDF, TIFF …) only what is taken, should the look at the first
// bytes ever be fooled.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"],
});

/** Decoding takes memory by the pixel, so few at a time. */
const decoding = new Turnstile(2);

/**
 * Takes a picture that a person sent: judged by its content, decoded and written anew, so that nothing
 * of the file goes on but what can be seen.
 * @param withLocation only for what is a point on the map anyway
 * @throws Problem too-large, image-kind, image-heic, image-broken, image-too-many-pixels
 */
export async function readImage(
  bytes: Uint8Array,
  { withLocation = false }: { withLocation?: boolean } = {},
): Promise<ReadImage> {
  if (bytes.length > MAX_IMAGE_BYTES) throw imageRefusals.tooLarge(MAX_IMAGE_BYTES);
  const kind = imageKindOf(bytes);
  if (kind === undefined) throw imageRefusals.wrongKind();
  if (kind === "heic") throw imageRefusals.heic();
  return decoding.pass(() => writeAnew(bytes, withLocation));
}

async function writeAnew(bytes: Uint8Array, withLocation: boolean): Promise<ReadImage> {
  // The limit is our own, below, so that too many pixels are told from a damaged file.
  const picture = sharp(bytes, { failOn: "error", limitInputPixels: false });
  const { width, height, exif } = await picture.metadata().catch(refuseBroken);
  if (width * height > MAX_PIXELS) throw imageRefusals.tooManyPixels(MAX_PIXELS);
  const side = { width: MAX_SIDE_PIXELS, height: MAX_SIDE_PIXELS };
  const { data, info } = await picture
    .autoOrient()
    .resize({ ...side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .jpeg({ quality: QUALITY })
    .timeout({ seconds: MAX_SECONDS })
    .toBuffer({ resolveWithObject: true })
    .catch(refuseBroken);
  const location = withLocation && exif ? locationIn(exif) : undefined;
  return {
    bytes: new Uint8Array(data),
    width: info.width,
    height: info.height,
    ...(location ? { location } : {}),
  };
}

function refuseBroken(): never {
  throw imageRefusals.broken();
}
