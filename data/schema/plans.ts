import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { GRID_KINDS, PLAN_STATUSES, POST_PLACE_TYPES, POST_ROLES } from "../model/plans.ts";
import { communityId, geometry } from "./columns.ts";
import { communities } from "./communities.ts";
import { people } from "./people.ts";
import { ownedByCommunity } from "./policies.ts";

/** Of a draft: neither painting nor a proposal changes what is locked. */
const isLocked = () => boolean("is_locked").notNull().default(false);

export const plans = pgTable(
  "plans",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    name: text().notNull(),
    status: text({ enum: PLAN_STATUSES }).notNull(),
    effectiveFrom: date("effective_from"),
    version: integer().notNull().default(1),
    note: text().notNull().default(""),
    /** As they were called then; null: it came with the community. */
    authorName: text("author_name"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    savedByName: text("saved_by_name"),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull().defaultNow(),
    publishedByName: text("published_by_name"),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    /** Why it was published with something uncovered. */
    publishedReason: text("published_reason"),
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
    isLocked: isLocked(),
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
    isLocked: isLocked(),
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

/**
 * The plan itself: unit → micro-grid (DESIGN §3). A unit without a row is uncovered. Its building and
 * entrance are no foreign keys: a former plan still says what it covered once they are gone.
 */
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
      columns: [table.communityId, table.planId, table.microGridId],
      foreignColumns: [microGrids.communityId, microGrids.planId, microGrids.id],
    }),
    index("plan_units_building").on(table.communityId, table.buildingId),
    ...ownedByCommunity("plan_units", "plan"),
  ],
);

/**
 * Who is to answer once the plan is in force, where the plan says so; other posts keep whoever holds
 * them. A row without a person says that the post is to be vacant.
 */
export const planPosts = pgTable(
  "plan_posts",
  {
    communityId: communityId(),
    planId: uuid("plan_id").notNull(),
    id: uuid().notNull(),
    role: text({ enum: POST_ROLES }).notNull(),
    placeType: text("place_type", { enum: POST_PLACE_TYPES }).notNull(),
    placeId: uuid("place_id").notNull(),
    personId: uuid("person_id"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.planId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.planId],
      foreignColumns: [plans.communityId, plans.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }).onDelete("cascade"),
    ...ownedByCommunity("plan_posts", "plan"),
  ],
);

/** How much load one person can take in a role; the community's own limit where there is no row. */
export const capacities = pgTable(
  "capacities",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull(),
    role: text({ enum: POST_ROLES }).notNull(),
    load: doublePrecision().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.personId, table.role] }),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }).onDelete("cascade"),
    ...ownedByCommunity("capacities", "plan"),
  ],
);
