import type { Env, Hono } from "hono";
import { refuseUnreadableAddress } from "./address.ts";
import { type BodySettings, receiveBodies } from "./bodies.ts";
import { refuseCrossSite } from "./crossSite.ts";
import { type HeaderSettings, headers } from "./headers.ts";
import { LARGE_BODIES } from "./largeBodies.ts";
import { limitQueue, type QueueSettings } from "./queue.ts";

export interface HardeningSettings extends HeaderSettings {
  bodies?: BodySettings;
  queue?: QueueSettings;
}

/**
 * What stands before every route, in this order: what is refused costs least first, and nothing waits
 * in the queue that is not wholly here. Call it before any route is added.
 */
export function harden<E extends Env>(app: Hono<E>, settings: HardeningSettings = {}): void {
  app.use(headers(settings));
  app.use(refuseUnreadableAddress);
  app.use("/api/*", refuseCrossSite(settings));
  app.use("/api/*", receiveBodies({ larger: LARGE_BODIES, ...settings.bodies }));
  app.use("/api/*", limitQueue(settings.queue));
}
