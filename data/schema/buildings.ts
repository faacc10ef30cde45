import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { BUILDING_KINDS, DWELLING_USES } from "../model/buildings.ts";
import { communityId, geometry, version } from "./columns.ts";
import { communities } from "./communities.ts";
import { ownedByCommunity } from "./policies.ts";

export const compounds = pgTable(
  "compounds",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    name: text().notNull(),
    boundary: geometry(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ...ownedByCommunity("compounds", "edit-ground"),
  ],
);

export const buildings = pgTable(
  "buildings",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    compoundId: uuid("compound_id"),
    name: text().notNull(),
    kind: text({ enum: BUILDING_KINDS }).notNull(),
    address: text(),
    storeys: integer(),
    heightMeters: doublePrecision("height_meters"),
    hasLift: boolean("has_lift").notNull(),
    footprint: geometry().notNull(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.compoundId],
      foreignColumns: [compounds.communityId, compounds.id],
    }),
    index("buildings_footprint").using("gist", table.footprint),
    ...ownedByCommunity("buildings", "edit-ground"),
  ],
);

export const entrances = pgTable(
  "entrances",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    buildingId: uuid("building_id").notNull(),
    name: text().notNull(),
    ordinal: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.buildingId],
      foreignColumns: [buildings.communityId, buildings.id],
    }).onDelete("cascade"),
    index("entrances_building").on(table.communityId, table.buildingId),
    ...ownedByCommunity("entrances", "edit-ground"),
  ],
);

export const dwellings = pgTable(
  "dwellings",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    buildingId: uuid("building_id").notNull(),
    entranceId: uuid("entrance_id"),
    floor: integer().notNull(),
    name: text().notNull(),
    ordinal: integer().notNull(),
    use: text({ enum: DWELLING_USES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.buildingId],
      foreignColumns: [buildings.communityId, buildings.id],
    }).onDelete("cascade"),
    index("dwellings_building").on(table.communityId, table.buildingId),
    ...ownedByCommunity("dwellings", "edit-ground"),
  ],
);
