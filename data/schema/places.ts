import {
  date,
  doublePrecision,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { CONTEXT_KINDS } from "../model/context.ts";
import { PLACE_KINDS } from "../model/places.ts";
import { buildings } from "./buildings.ts";
import { communityId, geometry } from "./columns.ts";
import { communities } from "./communities.ts";
import { ownedByCommunity } from "./policies.ts";

export const places = pgTable(
  "places",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    buildingId: uuid("building_id"),
    kind: text({ enum: PLACE_KINDS }).notNull(),
    name: text().notNull(),
    address: text(),
    areaSquareMeters: doublePrecision("area_square_meters"),
    inspectedOn: date("inspected_on"),
    note: text(),
    location: geometry().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.buildingId],
      foreignColumns: [buildings.communityId, buildings.id],
    }),
    ...ownedByCommunity("places", "edit-ground"),
  ],
);

/** Roads, water, green, walls: the ground without a basemap. */
export const contextFeatures = pgTable(
  "context_features",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    kind: text({ enum: CONTEXT_KINDS }).notNull(),
    name: text(),
    geometry: geometry().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ...ownedByCommunity("context_features", "edit-ground"),
  ],
);
