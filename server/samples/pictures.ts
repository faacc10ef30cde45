import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";
import { draw, DRAWING_HEIGHT, DRAWING_WIDTH } from "#data/samples/hazards/drawings/draw.ts";
import type { SamplePhoto } from "#data/samples/hazards/hazard.ts";
import { photos } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { photoPath } from "../photos/files.ts";

const QUALITY = 72;
const WRITTEN_AT_ONCE = 16;

/** Draws what sample pictures show, each drawing once however often it is shown. */
export class Drawings {
  readonly #drawn = new Map<string, Promise<Uint8Array>>();

  constructor() {
    // `server/uploads` blocks all that it does not take. What people send is told by its first bytes
    // and is never read as this; these drawings are the product's own.
    sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
  }

  of(name: string): Promise<Uint8Array> {
    const known = this.#drawn.get(name);
    if (known) return known;
    const jpeg = sharp(Buffer.from(draw(name))).jpeg({ quality: QUALITY });
    const drawing = jpeg.toBuffer().then((bytes) => new Uint8Array(bytes));
    this.#drawn.set(name, drawing);
    return drawing;
  }
}

/**
 * Stores the pictures of a sample community, their files before the transaction commits. Unlike
 * evidence they are not forced onto the disk one by one: they can be drawn again.
 */
export async function storeDrawings(
  ctx: Tx,
  communityId: string,
  taken: readonly SamplePhoto[],
  drawings: Drawings,
): Promise<void> {
  const drawn = await Promise.all(
    taken.map(async (photo) => ({ photo, bytes: await drawings.of(photo.drawing) })),
  );
  if (drawn.length === 0) return;
  await ctx.db.insert(photos).values(
    drawn.map(({ photo: { id, hazardId, stepId, kind, takenAt }, bytes }) => ({
      ...{ communityId, id, hazardId, stepId, kind, bytes: bytes.length },
      ...{ widthPixels: DRAWING_WIDTH, heightPixels: DRAWING_HEIGHT },
      ...{ takenAt: new Date(takenAt), addedAt: new Date(takenAt) },
    })),
  );
  for (let start = 0; start < drawn.length; start += WRITTEN_AT_ONCE) {
    const some = drawn.slice(start, start + WRITTEN_AT_ONCE);
    await Promise.all(
      some.map(async ({ photo: { id }, bytes }) => {
        const path = photoPath(ctx.photoDirectory, { communityId, id });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      }),
    );
  }
}
