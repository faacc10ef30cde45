/// <reference lib="webworker" />
import { NavigationRoute, type PrecacheEntry, Serwist } from "serwist";
import { Answers } from "./answers.ts";
import { isKept, isOfSession, ME } from "./kept.ts";

declare const self: ServiceWorkerGlobalScope & {
  /** Put in by the build: every file of it, with what tells its versions apart. */
  __SW_MANIFEST: (PrecacheEntry | string)[];
};

/*
 * What makes the product open without a network: its own files, and what the person who is signed in
 * looked at last. It is made by Vite and filled by @serwist/build (web/build/serviceWorker.ts):
 * vite-plugin-pwa would bring a second bundler whose platform packages the lock file cannot hold.
 * A new version waits until somebody presses "update" (web/state/updates.svelte.ts).
 */
const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  skipWaiting: false,
  clientsClaim: true,
  disableDevLogs: true,
});
const answers = new Answers();

// Every address that is no file is a view, and gets the page.
serwist.registerRoute(
  new NavigationRoute(serwist.createHandlerBoundToUrl("/index.html"), { denylist: [/^\/api\//] }),
);
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === ME,
  ({ request }) => answers.me(request),
);
serwist.registerCapture(
  ({ url, sameOrigin, request }) => sameOrigin && request.method === "GET" && isKept(url),
  ({ request }) => answers.of(request),
);
// Signing in or out ends what was kept for whoever was here; the outbox is kept elsewhere and stays.
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && isOfSession(url),
  ({ request }) => answers.change(request),
  "POST",
);
serwist.addEventListeners();
