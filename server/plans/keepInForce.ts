import type { Ctx } from "../context.ts";
import { takeEffect } from "./takeEffect.ts";

/** A plan is in force that long after its community's midnight, at the latest. */
const EVERY_MS = 30_000;

export interface Watch {
  /** Ends once what is being done is done. */
  stop(): Promise<void>;
}

/** Puts plans in force on their day, now and from then on. */
export async function keepInForce(ctx: Ctx): Promise<Watch> {
  let running = attempt(ctx);
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = attempt(ctx).finally(() => (isBusy = false));
  }, EVERY_MS);
  timer.unref();
  await running;
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** A full disk or a database that is away must not end the program: it is tried again. */
async function attempt(ctx: Ctx): Promise<void> {
  try {
    await takeEffect(ctx);
  } catch (error) {
    console.error("A plan could not take effect; it is tried again.", error);
  }
}
