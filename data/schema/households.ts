import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { type HouseholdTag, PARTY_STANDINGS } from "../model/households.ts";
import { buildings, dwellings } from "./buildings.ts";
import { communityId } from "./columns.ts";
import { appRole, isAllowed, isWithinPlace, seenBy } from "./policies.ts";

export const households = pgTable(
  "households",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    dwellingId: uuid("dwelling_id").notNull(),
    buildingId: uuid("building_id").notNull(),
    headName: text("head_name").notNull(),
    phone: text(),
    residents: integer().notNull(),
    partyMembers: integer("party_members").notNull(),
    partyStanding: text("party_standing", { enum: PARTY_STANDINGS }).notNull(),
    tags: text().array().$type<HouseholdTag[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.dwellingId],
      foreignColumns: [dwellings.communityId, dwellings.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.buildingId],
      foreignColumns: [buildings.communityId, buildings.id],
    }).onDelete("cascade"),
    index("households_building").on(table.communityId, table.buildingId),
    index("households_dwelling").on(table.communityId, table.dwellingId),
    // The reader's role has no privilege on names and phones.
    ...seenBy("households", `${isAllowed("see-residents")} OR ${isWithinPlace("see-residents")}`),
    pgPolicy("households_write", {
      for: "all",
      to: appRole,
      using: sql.raw(isAllowed("edit-households")),
      withCheck: sql.raw(isAllowed("edit-households")),
    }),
  ],
);
