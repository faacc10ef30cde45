import type { ColourScheme } from "#web/state/preferences.svelte.ts";

/** From few to many, brighter or darker all the way, so that it reads without its hue. */
export const HEAT_COLOURS: Record<ColourScheme, readonly string[]> = {
  light: ["#fbe3a3", "#f6b35c", "#e2763b", "#b23f3a", "#74203f"],
  dark: ["#5a2a4a", "#96374c", "#cf5a3f", "#f09a4a", "#ffe08a"],
};
