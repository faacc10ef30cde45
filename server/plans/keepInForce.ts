import type { Ctx } from "../context.ts";
import { keepDoing, type Watch } from "../keepDoing.ts";
import { takeEffect } from "./takeEffect.ts";

/** A plan is in force that long after its community's midnight, at the latest. */
const EVERY_MS = 30_000;

/** Puts plans in force on their day, now and from then on. */
export async function keepInForce(ctx: Ctx): Promise<Watch> {
  const watch = keepDoing(() => takeEffect(ctx), {
    everyMs: EVERY_MS,
    failure: "A plan could not take effect; it is tried again.",
  });
  await watch.first;
  return watch;
}
