import { sql } from "drizzle-orm";
import {
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  HAZARD_CATEGORIES,
  HAZARD_LEVELS,
  HAZARD_STATUSES,
  NOTICE_KINDS,
  RETURN_REASONS,
} from "../model/hazards/kinds.ts";
import { HAZARD_STEPS } from "../model/hazards/moves.ts";
import { communityId, geometry, version } from "./columns.ts";
import { communities } from "./communities.ts";
import { appRole, hasDutyAnywhere, seenBy } from "./policies.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** All of a community's for most roles; for a department those that were escalated to it. */
const IS_SEEN = `${hasDutyAnywhere("see-hazards")} OR department_id IN (SELECT getu_own_people())`;
/** The row of the hazard decides, by its own policies. */
const IS_OF_SEEN = "(community_id, hazard_id) IN (SELECT community_id, id FROM hazards)";

/** A danger at a point (DESIGN §4). What changed, when, and by whom, is in its steps. */
export const hazards = pgTable(
  "hazards",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    /** Made by whoever reports it, so that a report sent twice is there once. */
    id: uuid().notNull(),
    category: text({ enum: HAZARD_CATEGORIES }).notNull(),
    level: text({ enum: HAZARD_LEVELS }).notNull(),
    status: text({ enum: HAZARD_STATUSES }).notNull(),
    note: text().notNull(),
    /** The rule that a major one rests on. */
    majorRule: text("major_rule"),
    location: geometry().notNull(),
    /** The unit in whose cell it lies: its grid is that of the plan in force. Null outside of all. */
    unitId: uuid("unit_id"),
    buildingId: uuid("building_id"),
    /** Below ground is negative; there is no floor 0. */
    floor: integer(),
    placeId: uuid("place_id"),
    /** The inspection that found it, and the line that failed. */
    inspectionId: uuid("inspection_id"),
    lineId: text("line_id"),
    reportedAt: at("reported_at").notNull(),
    reportedById: uuid("reported_by_id"),
    reportedByName: text("reported_by_name"),
    /** People, who are no foreign keys: who was once on duty may be gone, the hazard stays. */
    assigneeId: uuid("assignee_id"),
    departmentId: uuid("department_id"),
    /** The account of who fixed it last: somebody else verifies. */
    fixedById: uuid("fixed_by_id"),
    fixedByName: text("fixed_by_name"),
    rectifiedAt: at("rectified_at"),
    closedAt: at("closed_at"),
    clockStartsAt: at("clock_starts_at").notNull(),
    /** The deadline is a fact; whether it is near or past is computed when it is read. */
    dueAt: at("due_at"),
    extensionUntil: at("extension_until"),
    extensionReason: text("extension_reason"),
    returnCount: integer("return_count").notNull().default(0),
    mergedIntoId: uuid("merged_into_id"),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("hazards_status").on(table.communityId, table.status),
    index("hazards_reported").on(table.communityId, table.reportedAt),
    index("hazards_merged").on(table.communityId, table.mergedIntoId),
    ...seenBy("hazards", IS_SEEN),
    pgPolicy("hazards_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(
        `reported_by_id = getu_actor() AND ${hasDutyAnywhere("report-hazard", "inspect")}`,
      ),
    }),
    // Which move is whose is the table of moves' to say; the database keeps to who sees it at all.
    pgPolicy("hazards_move", {
      for: "update",
      to: appRole,
      using: sql.raw(IS_SEEN),
      withCheck: sql.raw("community_id IN (SELECT getu_member_communities())"),
    }),
  ],
);

/** A hazard's history: each step with what it brought. Rows are only ever added. */
export const hazardSteps = pgTable(
  "hazard_steps",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    /** Made by whoever takes it, so that a step sent twice is taken once. */
    id: uuid().notNull(),
    hazardId: uuid("hazard_id").notNull(),
    /** From 1, without gaps: two steps at once cannot both be the next. */
    ordinal: integer().notNull(),
    step: text({ enum: HAZARD_STEPS }).notNull(),
    fromStatus: text("from_status", { enum: HAZARD_STATUSES }),
    toStatus: text("to_status", { enum: HAZARD_STATUSES }).notNull(),
    /** When the server heard of it; when it was done, by the phone's clock, where that was earlier. */
    at: at("at").notNull(),
    doneAt: at("done_at"),
    actorId: uuid("actor_id"),
    actorName: text("actor_name"),
    note: text().notNull().default(""),
    reason: text({ enum: RETURN_REASONS }),
    assigneeId: uuid("assignee_id"),
    departmentId: uuid("department_id"),
    /** The deadline after this step. */
    dueAt: at("due_at"),
    /** Of an asked or a granted extension; null where it was not granted. */
    until: at("until"),
    otherHazardId: uuid("other_hazard_id"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("hazard_steps_order").on(table.communityId, table.hazardId, table.ordinal),
    pgPolicy("hazard_steps_see", { for: "select", to: appRole, using: sql.raw(IS_OF_SEEN) }),
    pgPolicy("hazard_steps_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(`actor_id = getu_actor() AND ${IS_OF_SEEN}`),
    }),
  ],
);

const IS_OWN = `user_id = getu_actor() AND ${IS_OF_SEEN}`;

/** What somebody wants to keep in sight. */
export const hazardStars = pgTable(
  "hazard_stars",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    userId: uuid("user_id").notNull(),
    hazardId: uuid("hazard_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.userId, table.hazardId] }),
    pgPolicy("hazard_stars_own", {
      for: "all",
      to: appRole,
      using: sql.raw(IS_OWN),
      withCheck: sql.raw(IS_OWN),
    }),
  ],
);

/** What a person is to be told of once: the inbox, and what goes out by web-hook and e-mail. */
export const notices = pgTable(
  "notices",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    personId: uuid("person_id").notNull(),
    hazardId: uuid("hazard_id").notNull(),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    /** What makes it this one and no other: the step it tells of, or the deadline it is about. */
    occasion: text().notNull(),
    at: at("at").notNull(),
    readAt: at("read_at"),
    sentAt: at("sent_at"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("notices_once").on(
      table.communityId,
      table.personId,
      table.hazardId,
      table.kind,
      table.occasion,
    ),
    index("notices_person").on(table.communityId, table.personId, table.at),
    pgPolicy("notices_see", {
      for: "select",
      to: appRole,
      using: sql.raw("person_id IN (SELECT getu_own_people())"),
    }),
    pgPolicy("notices_read", {
      for: "update",
      to: appRole,
      using: sql.raw("person_id IN (SELECT getu_own_people())"),
      withCheck: sql.raw("person_id IN (SELECT getu_own_people())"),
    }),
    // A move tells the others whom it concerns, whoever makes it.
    pgPolicy("notices_add", { for: "insert", to: appRole, withCheck: sql.raw(IS_OF_SEEN) }),
  ],
);
