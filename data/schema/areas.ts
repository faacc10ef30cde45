import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { AREA_LEVELS } from "../model/areas.ts";

/** The levels above a community; they belong to nobody in particular, so they carry no community. */
export const areas = pgTable(
  "areas",
  {
    id: uuid().primaryKey(),
    parentId: uuid("parent_id"),
    level: text({ enum: AREA_LEVELS }).notNull(),
    name: text().notNull(),
    nameEn: text("name_en"),
    code: text(),
  },
  (table) => [index("areas_parent").on(table.parentId)],
);
