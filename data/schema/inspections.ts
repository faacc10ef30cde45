import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import {
  type ChecklistLine,
  type LineAnswer,
  ROUND_REPEATS,
  TARGET_TYPES,
} from "../model/inspections/kinds.ts";
import { communityId, geometry, version } from "./columns.ts";
import { communities } from "./communities.ts";
import { appRole, hasDutyAnywhere, isAllowed, isWithinPlace, seenBy } from "./policies.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

const IS_MEMBERS = hasDutyAnywhere("see-hazards");
/** That a home is among the targets tells of who lives there: only for its own grid's duties. */
const IS_TOLD =
  `${IS_MEMBERS} AND (dwelling_id IS NULL OR ${isAllowed("see-sensitive")} ` +
  `OR ${isWithinPlace("see-sensitive")})`;

const IS_TOLD_TO_ALL = "community_id = getu_reads() AND dwelling_id IS NULL";

/** "Inspect all small eating places in March": what, by which list, until when (DESIGN §2). */
export const rounds = pgTable(
  "rounds",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    name: text().notNull(),
    note: text().notNull().default(""),
    checklist: jsonb().$type<ChecklistLine[]>().notNull(),
    startsOn: date("starts_on").notNull(),
    /** The last day; of a repeated one the last day of the first period. */
    endsOn: date("ends_on").notNull(),
    repeats: text({ enum: ROUND_REPEATS }).notNull(),
    /** Set when somebody ends it before its time, or ends its repeating. */
    endedAt: at("ended_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    createdByName: text("created_by_name"),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    ...seenBy("rounds", IS_MEMBERS),
    pgPolicy("rounds_write", {
      for: "all",
      to: appRole,
      using: sql.raw(isAllowed("manage-rounds")),
      withCheck: sql.raw(isAllowed("manage-rounds")),
    }),
  ],
);

/** One thing to visit. Whose it is, says the grid it lies in on the day. */
export const roundTargets = pgTable(
  "round_targets",
  {
    communityId: communityId(),
    roundId: uuid("round_id").notNull(),
    id: uuid().notNull(),
    type: text({ enum: TARGET_TYPES }).notNull(),
    placeId: uuid("place_id"),
    buildingId: uuid("building_id"),
    dwellingId: uuid("dwelling_id"),
    /** Of a point that was drawn; other targets are called as what they are. */
    name: text(),
    location: geometry().notNull(),
    unitId: uuid("unit_id"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [rounds.communityId, rounds.id],
    }).onDelete("cascade"),
    ...seenBy("round_targets", IS_TOLD, IS_TOLD_TO_ALL),
    // Not "for all", which would let whoever makes rounds see the homes among the targets.
    pgPolicy("round_targets_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(isAllowed("manage-rounds")),
    }),
    pgPolicy("round_targets_remove", {
      for: "delete",
      to: appRole,
      using: sql.raw(isAllowed("manage-rounds")),
    }),
  ],
);

/** One visit. What was found stays as it was found: rows are only ever added. */
export const inspections = pgTable(
  "inspections",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    /** Made by whoever inspects, so that one sent twice is there once. */
    id: uuid().notNull(),
    /** Null: outside of any round. */
    roundId: uuid("round_id"),
    targetId: uuid("target_id"),
    type: text({ enum: TARGET_TYPES }).notNull(),
    placeId: uuid("place_id"),
    buildingId: uuid("building_id"),
    dwellingId: uuid("dwelling_id"),
    location: geometry().notNull(),
    unitId: uuid("unit_id"),
    /** Which floors were walked; null: no floors, or all. */
    floors: integer().array(),
    answers: jsonb().$type<LineAnswer[]>().notNull(),
    isAllWell: boolean("is_all_well").notNull(),
    note: text().notNull().default(""),
    at: at("at").notNull(),
    doneAt: at("done_at").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("inspections_target").on(table.communityId, table.roundId, table.targetId, table.doneAt),
    index("inspections_place").on(table.communityId, table.placeId, table.doneAt),
    ...seenBy("inspections", IS_TOLD, IS_TOLD_TO_ALL),
    pgPolicy("inspections_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(`actor_id = getu_actor() AND ${hasDutyAnywhere("inspect")}`),
    }),
  ],
);
