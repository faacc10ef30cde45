import { isNewer, type OutboxItem } from "#web/state/outbox/item.ts";

/**
 * Whether the words can still be changed here. A step whose answer was lost may be at the server already,
 * which takes each once and would not say so; of a report and an inspection it does.
 */
export function mayChange(item: OutboxItem): boolean {
  if (isNewer(item) || item.state === "sending" || item.problem?.kind === "there-before")
    return false;
  return item.kind !== "hazard-move" || item.state === "needs-you" || item.attempts === 0;
}

/** Where nothing that is sent once more would be taken, there is nothing to try. */
export function mayRetry(item: OutboxItem): boolean {
  return !isNewer(item) && item.state !== "sending" && item.problem?.kind !== "there-before";
}
