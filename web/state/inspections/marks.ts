import type { TargetState } from "#data/model/inspections/kinds.ts";
import type { ColourScheme } from "../preferences.svelte.ts";

interface TargetMark {
  /** Outline and sign as paths in a square of 20: the shape tells the state apart without its colour. */
  outline: string;
  sign: string;
  isFilled: boolean;
}

export const MARK_SIZE = 20;

export const TARGET_MARKS = {
  done: {
    outline: "M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16z",
    sign: "M6.2 10.2l2.6 2.6 5-5.4",
    isFilled: true,
  },
  due: { outline: "M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16z", sign: "", isFilled: false },
  late: { outline: "M10 .8L19.2 10 10 19.2.8 10z", sign: "M10 5.6v5.4M10 13.7v.3", isFilled: true },
  never: { outline: "M2 2h16v16H2z", sign: "M6.5 6.5l7 7M13.5 6.5l-7 7", isFilled: true },
} satisfies Record<TargetState, TargetMark>;

/** Done is good, late is warn, what nobody ever visited is danger (the tokens of the same names). */
export const TARGET_COLOURS: Record<ColourScheme, Record<TargetState, string>> = {
  light: { done: "#2e7d5b", due: "#5b6573", late: "#d9741a", never: "#c3342b" },
  dark: { done: "#62be93", due: "#9ba7b5", late: "#f09a4a", never: "#f0695f" },
};
