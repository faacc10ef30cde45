import type { PGlite } from "@electric-sql/pglite";

const LOOK_EVERY_MS = 30_000;
const JOURNAL_BYTES = 64 * 1024 * 1024;

/**
 * PostgreSQL leaves checkpoints to a process of its own, which the embedded engine does not have: its
 * journal would grow without end (337 MB after a million rows), and so would the next start after a
 * kill, which reads it all. A checkpoint takes about 0.1 s.
 * @returns its own undo, which waits for a look that is under way
 */
export function keepJournalShort(client: PGlite): () => Promise<void> {
  const look = async () => {
    const { rows } = await client.query<{ due: boolean }>(
      "SELECT pg_current_wal_lsn() - redo_lsn > $1::numeric AS due FROM pg_control_checkpoint()",
      [JOURNAL_BYTES],
    );
    if (rows[0]?.due) await client.exec("CHECKPOINT");
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    // Where the disk is full, the next look will do.
    looking = look().catch((error: unknown) => console.error(`no checkpoint: ${String(error)}`));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return looking;
  };
}
