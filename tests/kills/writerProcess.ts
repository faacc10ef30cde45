import { eq } from "drizzle-orm";
import { openDatabase } from "#data/open.ts";
import { audit } from "#data/schema/index.ts";

/**
 * A process that writes a line whenever it is asked, and says so when the database has committed it.
 * `fork`ed by writer.ts; ends with it.
 */
export interface Question {
  number: number;
  /** To write; without it, every line is asked for. */
  line?: number;
}
export interface Answer {
  number: number;
  lines?: number[];
  error?: string;
}

const COMMUNITY = "00000000-0000-7000-8000-000000000000";
const idOf = (line: number) => `00000000-0000-7000-8000-${line.toString(16).padStart(12, "0")}`;
const lineOf = (id: string) => Number.parseInt(id.slice(-12), 16);

const { GETU_DATA_DIR: directory = null, DATABASE_URL: url } = process.env;
const { db } = await openDatabase({ url: url || undefined, directory });

process.on("message", ({ number, line }: Question) => {
  const work = line === undefined ? read() : write(line);
  work.then(
    (lines) => process.send?.({ number, ...(lines ? { lines } : {}) } satisfies Answer),
    (error: unknown) => process.send?.({ number, error: String(error) } satisfies Answer),
  );
});
process.on("disconnect", () => process.exit());
process.send?.({ number: 0 } satisfies Answer);

async function write(line: number): Promise<undefined> {
  const id = idOf(line);
  const note = { action: "kill", subjectType: "line", subjectId: id, to: { line } };
  await db.transaction(async (db) => {
    await db.insert(audit).values({ communityId: COMMUNITY, id, ...note });
  });
}

async function read(): Promise<number[]> {
  const rows = await db
    .select({ id: audit.id })
    .from(audit)
    .where(eq(audit.communityId, COMMUNITY));
  return rows.map(({ id }) => lineOf(id));
}
