import type { Point, Polygon, MultiPolygon } from "geojson";
import { and, eq, sql } from "drizzle-orm";
import type { BuildingEdit, BuildingGround } from "#data/model/answers/ground.ts";
import { movedMeters, shiftBetween } from "#data/model/ground/movement.ts";
import { buildings, places } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, touch, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { storeEntrances } from "./entrances.ts";
import { GROUND_LAYERS } from "./layers.ts";
import { readBuilding, requireCompound } from "./read.ts";
import { requireFootprint } from "./requireGround.ts";

/**
 * Renames, corrects or moves a building. It keeps its id, so every plan keeps what it says of it.
 * @throws Problem no-such-thing, ground-not-usable, stale-version
 */
export async function changeBuilding(
  ctx: Ctx,
  slug: string,
  id: string,
  edit: BuildingEdit,
): Promise<BuildingGround> {
  const { resident } = await openCommunity(ctx, slug, "edit-ground");
  const { id: communityId, boundary } = resident.bundle.community;
  const { version, entrances, footprint: drawn, ...facts } = edit;
  const footprint = drawn && requireFootprint(drawn, boundary);
  return transact(ctx, async (ctx) => {
    const before = await readBuilding(ctx, communityId, id);
    if (facts.compoundId) await requireCompound(ctx, communityId, facts.compoundId);
    const [changed] = await ctx.db
      .update(buildings)
      .set({ ...facts, ...(footprint && { footprint }), version: sql`${buildings.version} + 1` })
      .where(
        and(
          eq(buildings.communityId, communityId),
          eq(buildings.id, id),
          version === undefined ? undefined : eq(buildings.version, version),
        ),
      )
      .returning({ id: buildings.id });
    if (!changed) throw problems.staleVersion(edit, before);
    if (entrances) await storeEntrances(ctx, communityId, before, entrances);
    if (footprint) await takePlacesAlong(ctx, communityId, before, footprint);
    const after = await readBuilding(ctx, communityId, id);
    touch(ctx, communityId, GROUND_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "building.change", subjectType: "building", subjectId: id },
      ...differences(before, after),
    });
    return after;
  });
}

/** What is in a building that is shifted as it is goes with it. */
async function takePlacesAlong(
  { db }: Tx,
  communityId: string,
  { id, footprint }: BuildingGround,
  after: Point | Polygon | MultiPolygon,
): Promise<void> {
  const shift = shiftBetween(footprint, after);
  if (!shift) return;
  const [east = 0, north = 0] = shift;
  await db
    .update(places)
    .set({ location: sql`ST_Translate(${places.location}, ${east}, ${north})` })
    .where(and(eq(places.communityId, communityId), eq(places.buildingId, id)));
}

/** Only what is not as it was; of ground also how far it went. */
function differences(before: BuildingGround, after: BuildingGround) {
  const from: Record<string, unknown> = {};
  const to: Record<string, unknown> = {};
  for (const field of Object.keys(after) as (keyof BuildingGround)[]) {
    if (field === "version") continue;
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    from[field] = before[field];
    to[field] = after[field];
  }
  if ("footprint" in to) {
    to["movedMeters"] = Math.round(movedMeters(before.footprint, after.footprint) * 10) / 10;
  }
  return { from, to };
}
