import type { ContextKind } from "#data/model/context.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";

/**
 * Six fills for grids that stay apart for the three common kinds of colour blindness and in grey
 * (tests/web/palette.test.ts simulates them). Neighbours never share one.
 */
export const GRID_COLOURS = [
  "#6d6692",
  "#f0b24b",
  "#55beca",
  "#a57b8b",
  "#ab665a",
  "#a0a75c",
] as const;

/** One hue, five classes, light to dark; the first stays visible on paper. */
export const CLASS_COLOURS: Record<ColourScheme, readonly string[]> = {
  light: ["#e3ecf5", "#b5cfe8", "#7fabd6", "#467fb8", "#1b5288"],
  dark: ["#1d2f43", "#27486b", "#356896", "#5a94c9", "#9cc7ee"],
};

/** The same classes of what is overdue: red is only danger. Nothing has the first. */
export const OVERDUE_COLOURS: Record<ColourScheme, readonly string[]> = {
  light: ["#f8ded9", "#f0b8af", "#e08377", "#cb4d43", "#97231c"],
  dark: ["#3a2322", "#5f2f2c", "#8b3f3a", "#c05a52", "#f58d84"],
};

/** A quantity that is not for this reader: no hue, so that it is taken for no class. */
export const UNSHOWN_COLOUR: Record<ColourScheme, string> = { light: "#e2ddd3", dark: "#2f353d" };

/** Whether somebody answers. Uncovered is a hatch as well, so that it survives a black-and-white print. */
export const COVERAGE_COLOURS: Record<ColourScheme, Record<string, string>> = {
  light: { covered: "#8fc3ab", uncovered: "#c9cdd3", doubled: "#e8a55e" },
  dark: { covered: "#2f6a50", uncovered: "#4a5563", doubled: "#b5742f" },
};

export interface GroundColours {
  paper: string;
  ink: string;
  ink2: string;
  halo: string;
  accent: string;
  party: string;
  partyEdge: string;
  building: string;
  buildingEdge: string;
  boundary: string;
  roadCasing: string;
  context: Record<ContextKind, string>;
}

/** The ground without a basemap (LOOK): a good city map, so that everything else can be read on it. */
export const GROUND: Record<ColourScheme, GroundColours> = {
  light: {
    paper: "#f4f2ed",
    ink: "#1d2430",
    ink2: "#5b6573",
    halo: "#ffffff",
    accent: "#1b5faa",
    party: "#d9a514",
    partyEdge: "#5c4300",
    building: "#dcd3c6",
    buildingEdge: "#b9ad9a",
    boundary: "#5b6573",
    roadCasing: "#d9d2c4",
    context: {
      "main-road": "#ffffff",
      road: "#ffffff",
      lane: "#fdfcf9",
      path: "#e9e3d6",
      railway: "#a7a196",
      river: "#bcd6e8",
      water: "#bcd6e8",
      green: "#d6e4c6",
      square: "#ece6da",
      wall: "#8b8577",
      gate: "#8b8577",
    },
  },
  dark: {
    paper: "#11161d",
    ink: "#e9edf2",
    ink2: "#9ba7b5",
    halo: "#11161d",
    accent: "#6aa8e8",
    party: "#e6b93c",
    partyEdge: "#2b2004",
    building: "#343c47",
    buildingEdge: "#4b5563",
    boundary: "#9ba7b5",
    roadCasing: "#1a212b",
    context: {
      "main-road": "#2c3541",
      road: "#272f3a",
      lane: "#232a34",
      path: "#262d36",
      railway: "#566070",
      river: "#1d3347",
      water: "#1d3347",
      green: "#1d2c24",
      square: "#1f262f",
      wall: "#6b7480",
      gate: "#6b7480",
    },
  },
};

/** What is late: warn, as everywhere. */
export const LATE_COLOUR: Record<ColourScheme, string> = { light: "#d9741a", dark: "#f09a4a" };
