import type { ClockState } from "#data/model/hazards/clock.ts";
import type { HazardLevel } from "#data/model/hazards/kinds.ts";
import type { ColourScheme } from "../preferences.svelte.ts";

/** How bad a hazard is (LOOK); each reads on paper and under a white letter, or a dark one. */
export const HAZARD_COLOURS: Record<ColourScheme, Record<HazardLevel, string>> = {
  light: { general: "#a97f08", serious: "#cf660f", major: "#c3342b" },
  dark: { general: "#e3c04a", serious: "#f09a4a", major: "#f0695f" },
};

/** Of a pin: what needs nothing any more, the letter on it, and the ring by how the clock stands. */
export const PIN_COLOURS: Record<ColourScheme, Record<"closed" | "dropped" | "letter", string>> = {
  light: { closed: "#2e7d5b", dropped: "#5b6573", letter: "#ffffff" },
  dark: { closed: "#62be93", dropped: "#9ba7b5", letter: "#11161d" },
};
export const CLOCK_COLOURS: Record<ColourScheme, Record<ClockState, string>> = {
  light: { stopped: "#ded9cf", running: "#5b6573", "due-soon": "#d9741a", overdue: "#c3342b" },
  dark: { stopped: "#2a3440", running: "#9ba7b5", "due-soon": "#f09a4a", overdue: "#f0695f" },
};
