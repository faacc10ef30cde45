import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { GRID_KINDS, PLAN_STATUSES } from "../model/plans.ts";
import { buildings, entrances } from "./buildings.ts";
import { communityId, geometry } from "./columns.ts";
import { communities } from "./communities.ts";
import { ownedByCommunity } from "./policies.ts";

export const plans = pgTable(
  "plans",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    name: text().notNull(),
    status: text({ enum: PLAN_STATUSES }).notNull(),
    effectiveFrom: date("effective_from"),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("plans_one_in_force")
      .on(table.communityId)
      .where(sql`status = 'in-force'`),
    ...ownedByCommunity("plans", "plan"),
  ],
);

export const grids = pgTable(
  "grids",
  {
    communityId: communityId(),
    planId: uuid("plan_id").notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    code: text(),
    kind: text({ enum: GRID_KINDS }).notNull(),
    ordinal: integer().notNull(),
    outline: geometry(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.planId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.planId],
      foreignColumns: [plans.communityId, plans.id],
    }).onDelete("cascade"),
    ...ownedByCommunity("grids", "plan"),
  ],
);

export const microGrids = pgTable(
  "micro_grids",
  {
    communityId: communityId(),
    planId: uuid("plan_id").notNull(),
    id: uuid().notNull(),
    gridId: uuid("grid_id").notNull(),
    name: text().notNull(),
    ordinal: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.planId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.planId, table.gridId],
      foreignColumns: [grids.communityId, grids.planId, grids.id],
    }).onDelete("cascade"),
    ...ownedByCommunity("micro_grids", "plan"),
  ],
);

/** The plan itself: unit → micro-grid (DESIGN §3). A unit without a row is uncovered. */
export const planUnits = pgTable(
  "plan_units",
  {
    communityId: communityId(),
    planId: uuid("plan_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    buildingId: uuid("building_id").notNull(),
    entranceId: uuid("entrance_id"),
    microGridId: uuid("micro_grid_id"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.planId, table.unitId] }),
    foreignKey({
      columns: [table.communityId, table.planId],
      foreignColumns: [plans.communityId, plans.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.buildingId],
      foreignColumns: [buildings.communityId, buildings.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.entranceId],
      foreignColumns: [entrances.communityId, entrances.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.planId, table.microGridId],
      foreignColumns: [microGrids.communityId, microGrids.planId, microGrids.id],
    }),
    index("plan_units_building").on(table.communityId, table.buildingId),
    ...ownedByCommunity("plan_units", "plan"),
  ],
);
