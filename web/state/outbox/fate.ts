import { isNewer, type OutboxItem, type OutboxProblem } from "./item.ts";

/** What came of one try: the server has it, or why it does not. */
export type Outcome =
  | { isSent: true; /** It was there already, from an earlier try. */ isRepeated?: boolean }
  | { isSent: false; problem: OutboxProblem; retryAfterSeconds?: number };

const FIRST_PAUSE_MS = 1_000;
/** Five minutes: nobody waits longer for a network that came back unnoticed. */
const LONGEST_PAUSE_MS = 300_000;

/** Refusals that are about the moment or the line, not about what was sent. */
const PASSING_STATUSES: readonly number[] = [408, 425, 429];
const PASSING_KINDS: readonly string[] = ["too-slow"];

/** Nobody, or somebody else, is signed in: it waits for its writer, and no try is counted. */
const SIGNED_OUT_KINDS: readonly string[] = ["not-signed-in", "other-person"];

/** Where nothing got through, nothing else will: the rest need not be tried. */
export function isLineDown(outcome: Outcome): boolean {
  return !outcome.isSent && outcome.problem.status === 0;
}

export function isSignedOut(outcome: Outcome): boolean {
  return !outcome.isSent && SIGNED_OUT_KINDS.includes(outcome.problem.kind);
}

/**
 * How long to wait after so many tries: doubling, and up to half of it off, so that the phones of a
 * whole community do not all come at once when the server is back.
 * @param random from 0 to 1
 */
export function pauseAfter(attempts: number, random: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(longest * (1 - random / 2));
}

/**
 * An item after a try. @returns undefined where the server has it as it is now, and only there
 * @param now milliseconds since 1970
 * @param sent as it was when it went out, where somebody may have changed it meanwhile
 */
export function afterTry(
  item: OutboxItem,
  outcome: Outcome,
  now: number,
  random: number,
  sent: OutboxItem = item,
): OutboxItem | undefined {
  if (outcome.isSent) {
    const isChanged = (outcome.isRepeated && item.isChanged) || !isSameLetter(item, sent);
    if (!isChanged) return undefined;
    const problem = { kind: "there-before", status: 200, parameters: {} };
    return { ...item, state: "needs-you", problem };
  }
  const { problem, retryAfterSeconds = 0 } = outcome;
  if (isSignedOut(outcome)) return { ...item, state: "waiting", problem };
  const attempts = item.attempts + 1;
  // The line has a pause of its own, and all that waits for it goes when it is back.
  if (isLineDown(outcome)) {
    return { ...item, state: "stuck", attempts, refusals: 0, problem, nextAttemptAt: 0 };
  }
  if (!isPassing(problem)) return { ...item, state: "needs-you", attempts, problem };
  const refusals = (item.refusals ?? 0) + 1;
  const pause = Math.max(retryAfterSeconds * 1000, pauseAfter(refusals, random));
  return { ...item, state: "stuck", attempts, refusals, problem, nextAttemptAt: now + pause };
}

function isSameLetter(one: OutboxItem, other: OutboxItem): boolean {
  const [a, b] = [one, other].map(({ body, photos }) => JSON.stringify([body, photos]));
  return a === b;
}

function isPassing({ status, kind }: OutboxProblem): boolean {
  return PASSING_STATUSES.includes(status) || status >= 500 || PASSING_KINDS.includes(kind);
}

/** The person wants it sent now, whatever happened before. */
export function sentAgain(item: OutboxItem): OutboxItem {
  if (isNewer(item)) return item;
  return { ...item, state: "waiting", nextAttemptAt: 0 };
}

/** A tab that was closed in the middle leaves it behind as `sending`; the server may or may not have it. */
export function isLeftBehind({ state }: OutboxItem): boolean {
  return state === "sending";
}

/**
 * What may be tried now. Of one subject only the first that is there: a fix must not arrive before the
 * report that it is about. What was tried least comes first, so that one that never gets through, such
 * as a picture too large for the line, keeps nothing else back; then in order of writing.
 */
export function dueItems(items: readonly OutboxItem[], userId: string, now: number): OutboxItem[] {
  return firstOfSubjects(items, userId)
    .filter(({ state, nextAttemptAt }) => state !== "needs-you" && nextAttemptAt <= now)
    .toSorted((a, b) => a.attempts - b.attempts);
}

/** When something is due next, in milliseconds since 1970; undefined where nothing goes by itself. */
export function nextDueAt(items: readonly OutboxItem[], userId: string): number | undefined {
  const times = firstOfSubjects(items, userId)
    .filter(({ state }) => state !== "needs-you")
    .map(({ nextAttemptAt }) => nextAttemptAt);
  return times.length > 0 ? Math.min(...times) : undefined;
}

function firstOfSubjects(items: readonly OutboxItem[], userId: string): OutboxItem[] {
  const seen = new Set<string>();
  return items
    .filter((item) => item.userId === userId)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ subject }) => !seen.has(subject) && seen.add(subject));
}

/** How many items others wrote here, by their names: nothing else of them is told. */
export function othersOf(
  items: readonly OutboxItem[],
  userId: string | undefined,
): { name: string; count: number }[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { userId: writer, userName: name } of items) {
    if (writer === userId) continue;
    counts.set(writer, { name, count: (counts.get(writer)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
