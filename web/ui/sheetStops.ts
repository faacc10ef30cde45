/** Where a bottom sheet can rest, from low to high. */
export const SHEET_STOPS = ["peek", "half", "full"] as const;
export type SheetStop = (typeof SHEET_STOPS)[number];

/** Shares of the height there is. Full leaves a strip of what is behind, to show it is still there. */
const SHARES = { half: 0.5, full: 0.94 } as const;

/** How far ahead a flick is followed, in seconds: long enough that a short, quick one changes the stop. */
const FLICK_SECONDS = 0.15;

/** Height in pixels at a stop, given the pixels there are and those of the lowest stop. */
export function sheetHeight(stop: SheetStop, availablePixels: number, peekPixels: number): number {
  return stop === "peek" ? peekPixels : SHARES[stop] * availablePixels;
}

/** The same as a CSS length, so that the sheet follows a resized window by itself. */
export function sheetLength(stop: SheetStop, peekPixels: number): string {
  return stop === "peek" ? `${peekPixels}px` : `${SHARES[stop] * 100}%`;
}

/** The stop to snap to on release; speed in pixels a second, upwards positive. */
export function nearestStop(
  heightPixels: number,
  pixelsPerSecond: number,
  availablePixels: number,
  peekPixels: number,
): SheetStop {
  const aim = heightPixels + pixelsPerSecond * FLICK_SECONDS;
  const distance = (stop: SheetStop) =>
    Math.abs(sheetHeight(stop, availablePixels, peekPixels) - aim);
  return SHEET_STOPS.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best));
}

/** The stop so many steps higher (or lower, when negative), ending at the ends. */
export function stepStop(stop: SheetStop, steps: number): SheetStop {
  const index = SHEET_STOPS.indexOf(stop) + steps;
  return SHEET_STOPS[Math.max(0, Math.min(SHEET_STOPS.length - 1, index))] ?? stop;
}
