import type { Cover } from "#web/map/camera.ts";
import type { SheetStop } from "#web/ui/sheetStops.ts";

/** Width of the card and the space beside it. */
const CARD_PIXELS = 356;
/** What the map's buttons take of a phone's width beyond the margin that the camera keeps. */
const CONTROLS_PIXELS = 24;
export const PEEK_PIXELS = 84;
/** A full sheet leaves no map to see, so the camera reckons with half of it. */
const HALF_SHARE = 0.45;

/** What lies over the map: a sheet at the foot of a phone, a card at the right of a desktop. */
export function coverOf(isPhone: boolean, stop: SheetStop, hasCard: boolean): Cover {
  if (!isPhone) return { right: hasCard ? CARD_PIXELS : 0, bottom: 0 };
  return {
    right: CONTROLS_PIXELS,
    bottom: stop === "peek" ? PEEK_PIXELS : window.innerHeight * HALF_SHARE,
  };
}
