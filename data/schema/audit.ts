import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { communityId } from "./columns.ts";

/** Who did what, when, from what to what, and why. Rows are only ever added. */
export const audit = pgTable(
  "audit",
  {
    communityId: communityId(),
    id: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null while nobody is signed in: the program itself, at its start or from a terminal. */
    actorId: uuid("actor_id"),
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
  ],
);
