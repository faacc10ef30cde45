import type { Writer } from "./writer.ts";

const IN_FLIGHT = 8;

export interface Target {
  name: string;
  /** Opens what is there, as after any start. */
  start(): Promise<Writer>;
  /** Ends the database, or who writes to it, without a warning. */
  kill(writer: Writer): Promise<void>;
  /** Leaves nothing behind. */
  remove(): Promise<void>;
}

export interface Round {
  acknowledged: number;
  lost: number[];
  /** What was started again, for the next round. */
  writer: Writer;
}

/**
 * Writes `writes` lines, several in flight, ends everything after `killAfter` of them are acknowledged,
 * starts again, and looks for every line that was acknowledged in this round or before.
 * @param acknowledged of all rounds; this one's are added
 */
export async function killOnce(
  target: Target,
  writer: Writer,
  { writes, killAfter }: { writes: number; killAfter: number },
  acknowledged: Set<number>,
): Promise<Round> {
  const before = acknowledged.size;
  // Lines of an earlier round that were not acknowledged may be there all the same.
  const first = (await writer.read()).reduce((last, line) => Math.max(last, line), 0) + 1;
  await writeUntilKilled(target, writer, { first, writes, killAfter }, acknowledged);
  const again = await target.start();
  const there = new Set(await again.read());
  return {
    acknowledged: acknowledged.size - before,
    lost: [...acknowledged].filter((line) => !there.has(line)),
    writer: again,
  };
}

async function writeUntilKilled(
  target: Target,
  writer: Writer,
  { first, writes, killAfter }: { first: number; writes: number; killAfter: number },
  acknowledged: Set<number>,
): Promise<void> {
  const end = first + writes;
  const enough = acknowledged.size + killAfter;
  let next = first;
  let killed: Promise<void> | undefined;
  const writeOn = async () => {
    while (next < end) {
      const line = next++;
      await writer.write(line);
      acknowledged.add(line);
      if (acknowledged.size >= enough) killed ??= target.kill(writer);
    }
  };
  await Promise.allSettled(Array.from({ length: IN_FLIGHT }, writeOn));
  await (killed ?? target.kill(writer));
}
