import {
  bigint,
  boolean,
  jsonb,
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
    attribution: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("communities_slug").on(table.slug)],
);

/** Raised by the transaction that changes a layer's rows; the key of every cached answer. */
export const layerRevisions = pgTable(
  "layer_revisions",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    layer: text().notNull(),
    revision: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.layer] })],
);
