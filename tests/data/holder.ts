import { sql } from "drizzle-orm";
import { openDatabase } from "#data/open.ts";

/**
 * A process of its own that holds the data directory given to it: opens it, says where it serves,
 * writes rows one by one and tells of each that was acknowledged, until it is killed.
 */
const database = await openDatabase({ directory: process.argv[2]! });
database.announce("http://127.0.0.1:4711");
await database.db.execute(sql`CREATE TABLE diary (line integer)`);
for (let line = 1; ; line++) {
  await database.db.execute(sql`INSERT INTO diary VALUES (${line})`);
  process.stdout.write(`${line}\n`);
}
