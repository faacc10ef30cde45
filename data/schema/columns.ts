import type { Geometry } from "geojson";
import { sql, type SQL } from "drizzle-orm";
import { customType, integer, uuid } from "drizzle-orm/pg-core";

/**
 * A geometry of any type in WGS 84 (SRID 4326), written as GeoJSON.
 * Drizzle's own geometry() always emits geometry(point) and drops the SRID; reading goes through `asGeoJson`.
 */
export const geometry = customType<{ data: Geometry; driverData: string }>({
  dataType: () => "geometry(Geometry,4326)",
  toDriver: (value): SQL => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(value)}), 4326)`,
});

/** `communityId` comes first in every key a community owns (DESIGN §6). */
export const communityId = () => uuid("community_id").notNull();

/** Rises with every change of the row: who saves an older one is shown both. */
export const version = () => integer().notNull().default(1);
