import { sql } from "drizzle-orm";
import {
  index,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId } from "./columns.ts";
import { appRole, isAllowed } from "./policies.ts";

/** Who did what, when, from what to what, and why. Rows are only ever added. */
export const audit = pgTable(
  "audit",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The account. Null: the program itself, at its start or from a terminal. */
    actorId: uuid("actor_id"),
    /** As it was called then: accounts are renamed and removed, what was done stays. */
    actorName: text("actor_name"),
    action: text().notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    from: jsonb(),
    to: jsonb(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("audit_subject").on(table.communityId, table.subjectType, table.subjectId),
    index("audit_actor").on(table.communityId, table.actorId),
    index("audit_at").on(table.communityId, table.at),
    // The application's role may add and read, and has no privilege to change or delete.
    pgPolicy("audit_add", {
      for: "insert",
      to: appRole,
      withCheck: sql.raw(
        "actor_id = getu_actor() AND community_id IN (SELECT getu_member_communities())",
      ),
    }),
    pgPolicy("audit_see", {
      for: "select",
      to: appRole,
      using: sql.raw(`actor_id = getu_actor() OR ${isAllowed("read-audit")}`),
    }),
  ],
);
