import { Column, is, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../context.ts";

interface Many {
  from: PgTable;
  columns: Record<string, Column | SQL>;
  where: SQL | undefined;
  /** Absent: in no order. */
  by?: Column[];
}

const isDate = (column: Column | SQL) => is(column, Column) && column.dataType === "date";

/**
 * Reads rows by the thousand as one text: the embedded database spends more time on handing over rows
 * and columns than on finding them. Moments become `Date`, as they do everywhere else.
 */
export async function selectMany<Row>(
  { db }: Tx,
  { from, columns, where, by = [] }: Many,
): Promise<Row[]> {
  const fields = Object.entries(columns);
  const values = fields.map(([, column]) =>
    isDate(column) ? sql`(extract(epoch FROM ${column}) * 1000)::float8` : column,
  );
  const row = sql`json_build_array(${sql.join(values, sql`, `)})`;
  const order = by.length > 0 ? sql` ORDER BY ${sql.join(by, sql`, `)}` : sql``;
  const [answer] = await db
    .select({ text: sql<string>`coalesce(json_agg(${row}${order}), '[]')::text` })
    .from(from)
    .where(where);
  const rows = JSON.parse(answer?.text ?? "[]") as unknown[][];
  return rows.map((cells) => {
    const made: Record<string, unknown> = {};
    fields.forEach(([name, column], index) => {
      const value = cells[index];
      made[name] = isDate(column) && value !== null ? new Date(value as number) : value;
    });
    return made as Row;
  });
}
