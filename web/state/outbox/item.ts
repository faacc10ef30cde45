import { v7 } from "uuid";
import type { PhotoKind } from "#data/model/hazards/kinds.ts";

export const OUTBOX_KINDS = ["hazard-report", "hazard-move", "inspection"] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

/**
 * `stuck` goes on by itself: the network or the server is in the way. `needs-you` does not: the server
 * has read it and said no.
 */
export const OUTBOX_STATES = ["waiting", "sending", "stuck", "needs-you"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Why the last try came to nothing; status 0 is no answer at all. */
export interface OutboxProblem {
  kind: string;
  status: number;
  parameters: Record<string, unknown>;
}

/** What a photo says besides its picture; the picture is a record of its own. */
export interface OutboxPhoto {
  /** UUIDv7, made here: sent twice it is there once. */
  id: string;
  kind: PhotoKind;
  /** ISO instant. */
  takenAt: string | null;
  keepsLocation: boolean;
}

/** What somebody wrote, to be sent. */
export interface Letter {
  kind: OutboxKind;
  communitySlug: string;
  /** From /api on. */
  path: string;
  /** What the server takes, without photos. */
  body: Record<string, unknown>;
  photos: OutboxPhoto[];
  /** Of one subject, such as a hazard, everything goes in the order it was written. */
  subject: string;
  /** What it is about, in the words of whoever wrote it, for the list of what waits. */
  title: string;
}

/** A letter with its fate. It stays whoever's it is until the server has it. */
export interface OutboxItem extends Letter {
  /** UUIDv7: its order among the others is the order of writing. */
  id: string;
  format: typeof OUTBOX_FORMAT;
  userId: string;
  userName: string;
  /** ISO instant. */
  createdAt: string;
  state: OutboxState;
  attempts: number;
  /** How often in a row the server itself put it off: only that makes its pause longer. */
  refusals?: number;
  /** Milliseconds since 1970; before then nothing tries by itself. */
  nextAttemptAt: number;
  /** Corrected after a try whose answer was lost: the server may have what stood there before. */
  isChanged?: boolean;
  problem: OutboxProblem | null;
}

/** Rises with what a stored item means; `readItem` brings older ones to it. */
export const OUTBOX_FORMAT = 1;

export interface Writer {
  userId: string;
  name: string;
}

/** A letter that was just written, and not tried yet. */
export function newItem(letter: Letter, { userId, name }: Writer): OutboxItem {
  return {
    ...letter,
    id: v7(),
    format: OUTBOX_FORMAT,
    userId,
    userName: name,
    createdAt: new Date().toISOString(),
    state: "waiting",
    attempts: 0,
    nextAttemptAt: 0,
    problem: null,
  };
}

/**
 * An item as this version of the product understands it. One that a newer version wrote is left as it
 * is, unsent: to send what is not understood could lose half of it.
 */
export function readItem(stored: OutboxItem): OutboxItem {
  if (stored.format <= OUTBOX_FORMAT) return stored;
  const problem = { kind: "newer-version", status: 0, parameters: {} };
  return { ...stored, state: "needs-you", problem };
}

export function isNewer({ format }: OutboxItem): boolean {
  return format > OUTBOX_FORMAT;
}
