import { and, eq, isNotNull } from "drizzle-orm";
import type { Polygon } from "geojson";
import type { Coverage, FindingOf } from "#data/model/coverage/findings.ts";
import type { FindingKind } from "#data/model/coverage/kinds.ts";
import type { BuildingGround } from "#data/model/answers/ground.ts";
import { communities, households, places } from "#data/schema/index.ts";
import { read } from "../answers.ts";
import type { Asker, TestServer } from "../harness.ts";

export const HONGQI = "/api/communities/hongqi";
export const XINYUAN = "/api/communities/xinyuan";

/** The kind of a refusal, or undefined. */
export async function refusalOf(response: Response): Promise<string | undefined> {
  const { type } = (await response.json()) as { type?: string };
  return type?.replace("urn:getu:problem:", "");
}

export async function findingsOf<Kind extends FindingKind>(
  server: TestServer,
  base: string,
  kind: Kind,
): Promise<FindingOf<Kind>[]> {
  const { findings } = await read<Coverage>(server, `${base}/coverage`);
  return findings.filter((finding): finding is FindingOf<Kind> => finding.kind === kind);
}

export async function change(asker: Asker, path: string, body: unknown): Promise<Response> {
  return asker.send("PATCH", path, body);
}

/** A house of 20 m so many degrees east and north of a building's first corner. */
export function besides({ footprint }: BuildingGround, east: number, north: number): Polygon {
  if (footprint.type !== "Polygon") throw new Error("a polygon is needed");
  const [x = 0, y = 0] = footprint.coordinates[0]![0]!;
  const [west, south, size] = [x + east, y + north, 0.0002];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  };
}

/** A building of hongqi in which people live and there is a shop, and the shop. */
export async function lively({ ctx }: TestServer): Promise<{ id: string; placeId: string }> {
  const [found] = await ctx.db
    .select({ id: places.buildingId, placeId: places.id })
    .from(places)
    .innerJoin(communities, eq(communities.id, places.communityId))
    .innerJoin(households, eq(households.buildingId, places.buildingId))
    .where(and(eq(communities.slug, "hongqi"), isNotNull(places.buildingId)))
    .orderBy(places.id)
    .limit(1);
  return { id: found!.id!, placeId: found!.placeId };
}
