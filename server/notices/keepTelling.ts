import type { Outgoing } from "../configuration.ts";
import type { Ctx } from "../context.ts";
import { keepDoing, type Watch } from "../keepDoing.ts";
import { findLate } from "./findLate.ts";
import { sendNotices } from "./outgoing/send.ts";
import { waysOut } from "./outgoing/ways.ts";

/** Deadlines are hours away at the least. */
const EVERY_MS = 60_000;

/** Tells of hazards that are late or nearly so, and sends out what was told, now and from then on. */
export function keepTelling(ctx: Ctx, outgoing: Outgoing): Watch {
  const ways = waysOut(outgoing);
  const work = async () => {
    await findLate(ctx);
    await sendNotices(ctx, ways);
  };
  return keepDoing(work, {
    everyMs: EVERY_MS,
    failure: "Notices could not be told; it is tried again.",
  });
}
