import type { ExpressionSpecification } from "maplibre-gl";

/** Grows with the zoom from one value to another, and stays there outside. */
export function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as ExpressionSpecification;
}

/**
 * A colour for each class: below the first break, from each break on. What is null is not known to
 * the reader, which is no class: it is `unshown`.
 */
export function byClass(
  property: string,
  breaks: readonly number[],
  colours: readonly string[],
  unshown: string,
): ExpressionSpecification {
  const value: ExpressionSpecification = ["to-number", ["get", property], 0];
  const first = colours[0] ?? "transparent";
  const steps = breaks.flatMap((bound, index) => [bound, colours[index + 1] ?? first]);
  if (steps.length === 0) return ["literal", first] as unknown as ExpressionSpecification;
  const byStep = ["step", value, first, ...steps];
  return [
    "case",
    ["==", ["get", property], null],
    unshown,
    byStep,
  ] as unknown as ExpressionSpecification;
}

/** A colour for each value of a property; others get the last one. */
export function byValue(
  property: string,
  colours: Readonly<Record<string, string>>,
  otherwise: string,
): ExpressionSpecification {
  const pairs = Object.entries(colours).flat();
  return [
    "match",
    ["to-string", ["get", property]],
    ...pairs,
    otherwise,
  ] as ExpressionSpecification;
}

/** A value for the features whose ids stand beside it; others get the last one. */
export function byId(
  idsOf: ReadonlyMap<string, readonly string[]>,
  otherwise: string,
): ExpressionSpecification {
  if (idsOf.size === 0) return ["literal", otherwise] as unknown as ExpressionSpecification;
  const pairs = [...idsOf].flatMap(([value, ids]) => [[...ids], value]);
  return ["match", ["get", "id"], ...pairs, otherwise] as unknown as ExpressionSpecification;
}

/** One value while the pointer is over a feature, another otherwise. */
export function whenHovered<T extends number | string>(hovered: T, otherwise: T) {
  return [
    "case",
    ["boolean", ["feature-state", "isHovered"], false],
    hovered,
    otherwise,
  ] as ExpressionSpecification;
}
