import { v7 } from "uuid";
import type { PhotoKind } from "#data/model/hazards/kinds.ts";
import type { OutboxPhoto } from "./item.ts";

/** A picture that was taken, made ready to be kept and sent. */
export interface TakenPhoto {
  photo: OutboxPhoto;
  picture: Blob;
}

/** Of the longer side: a house number is still read on it, and nine are sent over a weak line. */
const LONGEST_PIXELS = 1600;
const JPEG_QUALITY = 0.82;
/** What the server takes of one picture. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The browser cannot read it, or it is too large to be sent as it is. */
export class PhotoRefused extends Error {
  constructor(readonly reason: "unreadable" | "too-large") {
    super(reason);
    this.name = "PhotoRefused";
  }
}

/**
 * Makes a picture of the camera smaller. Drawn anew, it stands upright (EXIF says how the phone was
 * held) and says nothing of where it was taken; only who wants that kept sends the file as it is.
 * @throws PhotoRefused
 */
export async function takePhoto(
  file: File,
  kind: PhotoKind,
  keepsLocation = false,
): Promise<TakenPhoto> {
  if (keepsLocation && file.size > MOST_BYTES) throw new PhotoRefused("too-large");
  const picture = keepsLocation ? file : await drawnSmaller(file);
  const takenAt = file.lastModified > 0 ? new Date(file.lastModified).toISOString() : null;
  return { photo: { id: v7(), kind, takenAt, keepsLocation }, picture };
}

async function drawnSmaller(file: File): Promise<Blob> {
  const read = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new PhotoRefused("unreadable");
  });
  try {
    return await jpegOf(read, Math.min(1, LONGEST_PIXELS / Math.max(read.width, read.height)));
  } finally {
    // Twelve million pixels are fifty megabytes, and a phone has few.
    read.close();
  }
}

async function jpegOf(read: ImageBitmap, scale: number): Promise<Blob> {
  const width = Math.max(1, Math.round(read.width * scale));
  const height = Math.max(1, Math.round(read.height * scale));
  if (typeof OffscreenCanvas !== "undefined") {
    const canvas = new OffscreenCanvas(width, height);
    draw(canvas.getContext("2d"), read, width, height);
    return canvas.convertToBlob({ type: "image/jpeg", quality: JPEG_QUALITY });
  }
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  draw(canvas.getContext("2d"), read, width, height);
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new PhotoRefused("unreadable"));
    canvas.toBlob(done, "image/jpeg", JPEG_QUALITY);
  });
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

function draw(context: Context | null, read: ImageBitmap, width: number, height: number): void {
  if (!context) throw new PhotoRefused("unreadable");
  // A JPEG has no transparency: what is see-through in a picture of a screen would turn black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(read, 0, 0, width, height);
}
