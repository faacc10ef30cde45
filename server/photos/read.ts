import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { photos } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look } from "../context.ts";
import { problems } from "../problem.ts";
import { Turnstile } from "../uploads/turnstile.ts";
import { readPhoto } from "./files.ts";

/** Making a picture small is quick but takes a core. */
const shrinking = new Turnstile(2);
const QUALITY = 80;

/**
 * Lets through who sees what the picture is evidence of: the policies of the tables say it.
 * @throws Problem no-such-thing
 */
export async function requirePhoto(ctx: Ctx, slug: string, id: string): Promise<string> {
  const { communityId } = requireDuty(ctx, "look", slug);
  const [row] = await look(ctx, ({ db }) =>
    db
      .select({ id: photos.id })
      .from(photos)
      .where(and(eq(photos.communityId, communityId), eq(photos.id, id))),
  );
  if (!row) throw problems.noSuchThing("photo", id);
  return communityId;
}

/**
 * The bytes of a picture that `requirePhoto` let through, as JPEG.
 * @param width pixels; it is never made larger than it is
 * @throws Problem no-such-thing where the file is gone
 */
export async function photoBytes(
  ctx: Ctx,
  communityId: string,
  id: string,
  width: number | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readPhoto(ctx.photoDirectory, { communityId, id });
  if (!bytes) throw problems.noSuchThing("photo", id);
  if (width === undefined) return bytes;
  const small = await shrinking.pass(() =>
    sharp(bytes).resize({ width, withoutEnlargement: true }).jpeg({ quality: QUALITY }).toBuffer(),
  );
  return new Uint8Array(small);
}
