import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CommunitySettings } from "../model/communities.ts";
import { areas } from "./areas.ts";
import { communityId, geometry } from "./columns.ts";
import { appRole, IS_MEMBER, isAllowed, seenBy } from "./policies.ts";

/** The tenant: it owns everything below (DESIGN §2). */
export const communities = pgTable(
  "communities",
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    nameEn: text("name_en"),
    areaId: uuid("area_id").references(() => areas.id),
    code: text(),
    boundary: geometry().notNull(),
    settings: jsonb().$type<CommunitySettings>().notNull(),
    isInvented: boolean("is_invented").notNull(),
    /** False while it is still being brought in: nobody sees it, and a start sweeps what was left over. */
    isReady: boolean("is_ready").notNull().default(true),
    attribution: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("communities_slug").on(table.slug),
    ...seenBy("communities", "id IN (SELECT getu_member_communities())", "id = getu_reads()"),
    pgPolicy("communities_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw("getu_is_admin()"),
    }),
    pgPolicy("communities_change", {
      for: "update",
      to: appRole,
      using: sql.raw(isAllowed("edit-ground", "id")),
      withCheck: sql.raw(isAllowed("edit-ground", "id")),
    }),
  ],
);

/** Raised by the transaction that changes a layer's rows; the key of every cached answer. */
export const layerRevisions = pgTable(
  "layer_revisions",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    layer: text().notNull(),
    revision: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.layer] }),
    ...seenBy("layer_revisions", IS_MEMBER),
    // Whoever may change any row of a community raises the revision of its layer.
    pgPolicy("layer_revisions_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(IS_MEMBER),
    }),
    pgPolicy("layer_revisions_raise", {
      for: "update",
      to: appRole,
      using: sql.raw(IS_MEMBER),
      withCheck: sql.raw(IS_MEMBER),
    }),
  ],
);
