import type { ExpressionSpecification } from "maplibre-gl";
import { groupBy } from "#data/model/groupBy.ts";
import { byClass, byId, byValue } from "#web/map/expressions.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";
import type { ColourMeasure, ColourTarget } from "#web/state/view.ts";
import {
  CLASS_COLOURS,
  COVERAGE_COLOURS,
  GRID_COLOURS,
  GROUND,
  LATE_COLOUR,
  OVERDUE_COLOURS,
  UNSHOWN_COLOUR,
} from "./palette.ts";

/** What no layer says of a thing, joined to it by its id. */
export interface JoinedValue {
  /** Null: never. */
  value: number | null;
  isOverdue: boolean;
  /** Beside its name on the map. */
  text: string;
}

export interface Theme {
  target: ColourTarget;
  measure: ColourMeasure;
  scheme: ColourScheme;
  /** Lower bounds of the second and later classes; empty for what has no classes. */
  breaks: readonly number[];
  /** Whether some quantities are not for this reader: too few people to be told apart. */
  hasUnshown: boolean;
  /** Of a measure that changes without the layers. What is not in it has nothing to tell. */
  joined: ReadonlyMap<string, JoinedValue>;
  joining: "done" | "reading" | "failed";
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
    case "hazards":
    case "inspected":
      return byId(joinedColours(theme), restColour(theme));
    default:
      return byClass(measure, breaks, CLASS_COLOURS[scheme], UNSHOWN_COLOUR[scheme]);
  }
}

/** How strongly a ground is filled: the plain map stays quiet, quantities have to be compared. */
export function groundOpacity({ measure }: Theme): number {
  return measure === "grid" ? 0.22 : 0.62;
}

/** Where there is no hazard is a class; where there is nothing to inspect is none. */
function restColour({ measure, scheme }: Theme): string {
  return (measure === "hazards" ? CLASS_COLOURS[scheme][0] : undefined) ?? UNSHOWN_COLOUR[scheme];
}

/** Colour → the ids of what has it. */
function joinedColours({ joined, breaks, scheme }: Theme): Map<string, string[]> {
  return idsBy(joined, ({ value, isOverdue }) => {
    if (value === null) return LATE_COLOUR[scheme];
    const above = breaks.filter((bound) => value >= bound).length;
    return (isOverdue ? OVERDUE_COLOURS : CLASS_COLOURS)[scheme][above] ?? UNSHOWN_COLOUR[scheme];
  });
}

function idsBy(joined: Theme["joined"], keyOf: (value: JoinedValue) => string) {
  const idsOf = groupBy([...joined], ([, value]) => keyOf(value));
  return new Map(Array.from(idsOf, ([key, entries]) => [key, entries.map(([id]) => id)]));
}

/** The name of a thing, and under it what the colour says where that is joined to it. */
export function labelOf(theme: Theme, target: ColourTarget): ExpressionSpecification {
  const name: ExpressionSpecification = ["get", "name"];
  if (!isColoured(theme, target) || theme.joined.size === 0) return name;
  return [
    "concat",
    name,
    byId(
      idsBy(theme.joined, ({ text }) => `\n${text}`),
      "",
    ),
  ];
}

/** Where something is overdue, for a line as well: colour alone is lost in print. */
export function overdueIds({ joined }: Theme): string[] {
  return [...joined].flatMap(([id, { isOverdue }]) => (isOverdue ? [id] : []));
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
