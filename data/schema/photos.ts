import { sql } from "drizzle-orm";
import {
  doublePrecision,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { PHOTO_KINDS } from "../model/hazards/kinds.ts";
import { communityId } from "./columns.ts";
import { communities } from "./communities.ts";
import { appRole } from "./policies.ts";

/** Seen by whoever sees the hazard or the inspection that it belongs to: their policies decide. */
const BELONGS_TO_SEEN =
  "(community_id, hazard_id) IN (SELECT community_id, id FROM hazards) OR " +
  "(community_id, inspection_id) IN (SELECT community_id, id FROM inspections)";

/**
 * Evidence: a row for each picture, whose bytes are a file of the data directory, called by its id.
 * Rows are only ever added.
 */
export const photos = pgTable(
  "photos",
  {
    communityId: communityId().references(() => communities.id, { onDelete: "cascade" }),
    /** Made by whoever took it, so that a picture sent twice is there once. */
    id: uuid().notNull(),
    hazardId: uuid("hazard_id"),
    /** The step of the hazard's history that brought it. */
    stepId: uuid("step_id"),
    inspectionId: uuid("inspection_id"),
    /** The line of the inspection's checklist. */
    lineId: text("line_id"),
    kind: text({ enum: PHOTO_KINDS }).notNull(),
    widthPixels: integer("width_pixels").notNull(),
    heightPixels: integer("height_pixels").notNull(),
    bytes: integer().notNull(),
    /** As the camera says; its clock may be wrong. */
    takenAt: timestamp("taken_at", { withTimezone: true }),
    /** Only where the person kept it on purpose. WGS 84. */
    longitude: doublePrecision(),
    latitude: doublePrecision(),
    addedById: uuid("added_by_id"),
    addedAt: timestamp("added_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("photos_hazard").on(table.communityId, table.hazardId),
    index("photos_inspection").on(table.communityId, table.inspectionId),
    pgPolicy("photos_see", { for: "select", to: appRole, using: sql.raw(BELONGS_TO_SEEN) }),
    pgPolicy("photos_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(`added_by_id = getu_actor() AND (${BELONGS_TO_SEEN})`),
    }),
  ],
);
