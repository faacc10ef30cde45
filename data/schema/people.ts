import {
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { PARTY_ORGANISATION_LEVELS } from "../model/areas.ts";
import { DUTY_PLACE_TYPES, ROLES } from "../model/duties.ts";
import { users } from "./accounts.ts";
import { communityId, version } from "./columns.ts";
import { communities } from "./communities.ts";
import { ownedByCommunity } from "./policies.ts";

export const people = pgTable(
  "people",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    name: text().notNull(),
    phone: text(),
    /** With what this person signs in, if they do. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("people_user").on(table.userId, table.communityId),
    ...ownedByCommunity("people", "manage-people"),
  ],
);

/** `personId` null is a post nobody holds. The place is not a foreign key: grids live in several plans. */
export const duties = pgTable(
  "duties",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    personId: uuid("person_id"),
    role: text({ enum: ROLES }).notNull(),
    placeType: text("place_type", { enum: DUTY_PLACE_TYPES }).notNull(),
    placeId: uuid("place_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    index("duties_place").on(table.communityId, table.placeType, table.placeId),
    index("duties_person").on(table.communityId, table.personId),
    ...ownedByCommunity("duties", "manage-people"),
  ],
);

export const leaves = pgTable(
  "leaves",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    dutyId: uuid("duty_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    standInId: uuid("stand_in_id"),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.dutyId],
      foreignColumns: [duties.communityId, duties.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.communityId, table.standInId],
      foreignColumns: [people.communityId, people.id],
    }),
    index("leaves_duty").on(table.communityId, table.dutyId),
    index("leaves_stand_in").on(table.communityId, table.standInId),
    ...ownedByCommunity("leaves", "manage-people"),
  ],
);

export const partyOrganisations = pgTable(
  "party_organisations",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    parentId: uuid("parent_id"),
    level: text({ enum: PARTY_ORGANISATION_LEVELS }).notNull(),
    name: text().notNull(),
    compoundId: uuid("compound_id"),
    buildingId: uuid("building_id"),
    gridId: uuid("grid_id"),
    householdId: uuid("household_id"),
    secretaryId: uuid("secretary_id"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ...ownedByCommunity("party_organisations", "manage-people"),
  ],
);
