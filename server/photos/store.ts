import { photos } from "#data/schema/index.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { writePhoto } from "./files.ts";
import type { PreparedPhoto } from "./prepare.ts";

/** What a picture is evidence of. */
export interface Evidence {
  hazardId?: string;
  stepId?: string;
  inspectionId?: string;
  lineId?: string;
}

/**
 * Stores pictures with the thing that they belong to, which must be stored already. Their files are
 * on the disk before the transaction commits: one whose transaction fails is swept at a start.
 * @throws Problem id-taken where an id belongs to something else
 */
export async function storePhotos(
  ctx: Tx,
  communityId: string,
  of: Evidence,
  prepared: readonly PreparedPhoto[],
): Promise<void> {
  const { userId } = requireSignedIn(ctx);
  for (const { id, kind, takenAt, image } of prepared) {
    const [made] = await ctx.db
      .insert(photos)
      .values({
        ...{ communityId, id, ...of, kind, addedById: userId, bytes: image.bytes.length },
        ...{ widthPixels: image.width, heightPixels: image.height },
        takenAt: takenAt === null ? null : new Date(takenAt),
        longitude: image.location?.longitude ?? null,
        latitude: image.location?.latitude ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: photos.id });
    // Never over what is there: evidence stays what it was.
    if (!made) throw problems.idTaken("photo", id);
    await writePhoto(ctx.photoDirectory, { communityId, id }, image.bytes);
  }
}
