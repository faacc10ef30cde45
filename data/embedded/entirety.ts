import type { PGlite } from "@electric-sql/pglite";

/**
 * Reads every row by way of its table's key. A table whose file was cut off reads from start to end
 * without an error, only shorter; its key still knows of the rows that are gone. Large values lie in
 * tables of their own, which are read too.
 * @throws the engine's error on the first row or page that is not there or not whole
 */
export async function readEverything(client: PGlite): Promise<void> {
  await client.transaction(async (transaction) => {
    for (const way of ["seqscan", "bitmapscan", "indexonlyscan"]) {
      await transaction.exec(`SET LOCAL enable_${way} = off`);
    }
    const { rows } = await transaction.query<{ table: string; key: string }>(`
      SELECT c.oid::regclass::text AS table, pg_get_indexdef(i.indexrelid, 1, false) AS key
      FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      WHERE c.relkind IN ('r', 't') AND c.relnamespace IN
        ('public'::regnamespace, 'drizzle'::regnamespace, 'pg_toast'::regnamespace)`);
    for (const { table, key } of rows) {
      // Only an order makes the planner go by the key, and only an offset makes it keep the order.
      await transaction.query(
        `SELECT count(*) FROM (SELECT ${key} FROM ${table} ORDER BY ${key} OFFSET 0) AS ordered`,
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
}
