import type { ExpressionSpecification } from "maplibre-gl";
import { byClass, byValue } from "#web/map/expressions.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";
import type { ColourMeasure, ColourTarget } from "#web/state/view.ts";
import {
  CLASS_COLOURS,
  COVERAGE_COLOURS,
  GRID_COLOURS,
  GROUND,
  UNSHOWN_COLOUR,
} from "./palette.ts";

export interface Theme {
  target: ColourTarget;
  measure: ColourMeasure;
  scheme: ColourScheme;
  /** Lower bounds of the second and later classes; empty for what has no classes. */
  breaks: readonly number[];
  /** Whether some quantities are not for this reader: too few people to be told apart. */
  hasUnshown: boolean;
}

/** Only the chosen target carries colour: two themes over each other could not be read. */
export function isColoured(theme: Theme, target: ColourTarget): boolean {
  return theme.target === target;
}

/** The fill of a grid, micro-grid or building under a theme. */
export function fillOf(theme: Theme): ExpressionSpecification {
  const { measure, scheme, breaks, target } = theme;
  switch (measure) {
    case "grid":
      return byGridColour(target === "buildings" ? GROUND[scheme].building : "transparent");
    case "coverage":
      return target === "buildings"
        ? byValue("coverage", COVERAGE_COLOURS[scheme], GROUND[scheme].building)
        : byAnswer(scheme);
    default:
      return byClass(measure, breaks, CLASS_COLOURS[scheme], UNSHOWN_COLOUR[scheme]);
  }
}

/** How strongly a ground is filled: the plain map stays quiet, quantities have to be compared. */
export function groundOpacity({ measure }: Theme): number {
  return measure === "grid" ? 0.22 : 0.62;
}

function byGridColour(otherwise: string): ExpressionSpecification {
  const pairs = GRID_COLOURS.flatMap((colour, index) => [index, colour]);
  const index = ["to-number", ["get", "colour"], -1];
  return ["match", index, ...pairs, otherwise] as ExpressionSpecification;
}

function byAnswer(scheme: ColourScheme): ExpressionSpecification {
  const { covered, uncovered } = COVERAGE_COLOURS[scheme];
  return [
    "case",
    ["==", ["get", "isAnswered"], true],
    covered,
    uncovered,
  ] as ExpressionSpecification;
}
