import type { NewPhoto } from "#data/model/answers/hazards.ts";
import type { PhotoKind } from "#data/model/hazards/kinds.ts";
import { type ReadImage, readImage } from "../uploads/image.ts";

/** A picture as it was sent. */
export interface SentPhoto extends Omit<NewPhoto, "data" | "kind"> {
  kind: PhotoKind;
  bytes: Uint8Array;
}

/** A picture made anew, before it has a place in the tables. */
export interface PreparedPhoto extends Omit<SentPhoto, "bytes"> {
  image: ReadImage;
}

/**
 * Reads pictures and makes them anew. Takes its time, and so comes before any transaction.
 * @throws Problem too-large, image-kind, image-heic, image-broken, image-too-many-pixels
 */
export function preparePhotos(photos: readonly SentPhoto[]): Promise<PreparedPhoto[]> {
  return Promise.all(
    photos.map(async ({ bytes, ...photo }) => ({
      ...photo,
      image: await readImage(bytes, { withLocation: photo.keepsLocation }),
    })),
  );
}
