import { COMMUNITY_ZONE } from "#data/model/communityClock.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";
import type { OutboxItem, OutboxKind } from "#web/state/outbox/item.ts";
import { numberText } from "./numbers.ts";
import { problemText } from "./problems.ts";

export const OUTBOX_KIND_WORDS = {
  "hazard-report": m.outbox_kind_report,
  "hazard-move": m.outbox_kind_move,
  inspection: m.outbox_kind_inspection,
} satisfies Record<OutboxKind, () => string>;

const REFUSED: Record<string, () => string> = {
  "newer-version": m.outbox_newer_version,
  "no-connection": m.outbox_no_connection,
  "illegal-move": m.outbox_illegal_move,
  "stale-version": m.outbox_stale,
  invalid: m.outbox_invalid,
  "there-before": m.outbox_there_before,
};

/** Why the last try came to nothing; "" before the first. */
export function outboxProblemText({ problem, state }: OutboxItem): string {
  if (!problem) return "";
  const { kind, status, parameters } = problem;
  if (state !== "needs-you" && status >= 500) return m.outbox_busy();
  return (REFUSED[kind] ?? (() => problemText(new ApiProblem(kind, status, parameters))))();
}

/** When it was written, in the words of the product and not of the phone. */
export function writtenText(createdAt: string): string {
  const parts = {
    timeZone: COMMUNITY_ZONE,
    ...({ month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const),
  };
  return new Intl.DateTimeFormat(getLocale(), parts).format(new Date(createdAt));
}

/** How an item stands, in a few words. */
export function outboxStateText(item: OutboxItem): string {
  if (item.state === "sending") return m.outbox_state_sending();
  if (item.state === "needs-you") return m.outbox_state_needs_you();
  if (item.state === "waiting") return m.outbox_state_waiting();
  return m.outbox_state_stuck({ count: item.attempts, number: numberText(item.attempts) });
}

interface Standing {
  count: number;
  needsYou: number;
  isOffline: boolean;
}

/** The line on the map: what waits, why, and what happens next. */
export function outboxText({ count, needsYou, isOffline }: Standing): string {
  const words = { count, number: numberText(count) };
  if (needsYou > 0) {
    return m.outbox_bar_needs_you({ count: needsYou, number: numberText(needsYou) });
  }
  if (count === 0) return m.outbox_bar_offline();
  return isOffline ? m.outbox_bar_offline_kept(words) : m.outbox_bar_waiting(words);
}

export function othersText({ name, count }: { name: string; count: number }): string {
  return m.outbox_others({ count, number: numberText(count), name });
}

/** Why something was not kept on this device; the form still has it. */
export function keepProblemText(problem: unknown): string {
  const name = problem instanceof Error ? problem.name : "";
  if (name === "OutboxGone") return m.outbox_gone();
  if (name === "OutboxFull") return m.outbox_full();
  return name === "OutboxClosed" ? m.outbox_closed() : m.outbox_not_kept();
}
