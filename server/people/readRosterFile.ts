import type { RosterFileProblemKind } from "#data/model/roster/problems.ts";
import type { RosterReading } from "#data/model/roster/rows.ts";
import { problems } from "../problem.ts";
import { inBoundedWorker } from "../tables/boundedWorker.ts";

type Message =
  { reading: RosterReading } | { problem: { kind: RosterFileProblemKind; limit: number | null } };

export const MAX_ROSTER_BYTES = 5 * 1024 * 1024;

/**
 * Reads a roster, .xlsx or CSV, off the event loop and within bounds of time and memory.
 * @throws Problem too-large, unreadable-roster
 */
export async function readRosterFile(bytes: Uint8Array, today: string): Promise<RosterReading> {
  if (bytes.length > MAX_ROSTER_BYTES) throw problems.tooLarge(MAX_ROSTER_BYTES);
  const module = new URL("./readingWorker.ts", import.meta.url);
  const message = await inBoundedWorker<Message>(module, { bytes, today });
  if (message === undefined) throw problems.unreadableRoster("not-a-roster");
  if ("problem" in message) {
    throw problems.unreadableRoster(message.problem.kind, message.problem.limit);
  }
  return message.reading;
}
