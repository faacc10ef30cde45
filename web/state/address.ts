import type { ViewState } from "./view.svelte.ts";

/** The camera moves all the time; only other steps are worth a "back". */
const STEP = /(?<=[?&])(mode|selected|plan|step)=[^&]*/g;

/** What of an address makes a step: the community, the mode, the plan and its step, the selected thing. */
function stepOf(address: string): string {
  return address.split("?")[0] + (address.match(STEP) ?? []).join("");
}

/**
 * Keeps the address bar at the view: what changes the step adds to the history, the rest replaces.
 * Called whenever `view.address` changed.
 */
export function writeAddress(view: ViewState): void {
  const now = location.pathname + location.search;
  if (now === view.address) return;
  const isStep = stepOf(now) !== stepOf(view.address);
  // The first address, before any community is known, is not a place to go back to.
  if (isStep && location.pathname !== "/") history.pushState(null, "", view.address);
  else history.replaceState(null, "", view.address);
}
