import { type HazardStatus, isRunning } from "./kinds.ts";

export const CLOCK_STATES = ["stopped", "running", "due-soon", "overdue"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export interface Clock {
  state: ClockState;
  /** How much of the time is used up, 0 to 1: what the ring on the pin shows. */
  filled: number;
  /** Until the deadline, negative after it; null without one. */
  leftMilliseconds: number | null;
}

export interface Clocked {
  status: HazardStatus;
  /** ISO instants. */
  clockStartsAt: string;
  dueAt: string | null;
}

/** The last quarter of the time, whatever its length. */
export const DUE_SOON_FROM = 0.75;

/**
 * The clock of a hazard at a moment. Computed when it is read and never stored, so that nothing has
 * to run for a hazard to become late.
 * @param now milliseconds since 1970
 */
export function clockOf({ status, clockStartsAt, dueAt }: Clocked, now: number): Clock {
  if (!isRunning(status) || dueAt === null) {
    return { state: "stopped", filled: 0, leftMilliseconds: null };
  }
  const start = Date.parse(clockStartsAt);
  const due = Date.parse(dueAt);
  const left = due - now;
  const filled = due > start ? Math.min(1, Math.max(0, (now - start) / (due - start))) : 1;
  if (left < 0) return { state: "overdue", filled: 1, leftMilliseconds: left };
  const state = filled >= DUE_SOON_FROM ? "due-soon" : "running";
  return { state, filled, leftMilliseconds: left };
}
