/** Five classes at most: more shades of one hue cannot be told apart on a map. */
const CLASSES = 5;
const ROUND_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * Lower bounds of the second and later classes: equal steps of a round number up to the maximum.
 * Whole numbers come out whole. Empty where there is nothing to tell apart.
 * @example roundBreaks([0, 12, 87]) // [20, 40, 60, 80]
 */
export function roundBreaks(values: readonly number[]): number[] {
  const max = values.reduce((most, value) => Math.max(most, value), 0);
  if (max <= 0) return [];
  const raw = max / CLASSES;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const nice = ROUND_STEPS.map((step) => step * magnitude).find((step) => step * CLASSES >= max);
  const step = Math.max(1, Math.ceil(nice ?? raw));
  const breaks: number[] = [];
  for (let bound = step; bound <= max && breaks.length < CLASSES - 1; bound += step) {
    breaks.push(bound);
  }
  return breaks;
}

/**
 * The same where none is a class by itself, however many there are elsewhere.
 * @example countBreaks([0, 2, 12]) // [1, 3, 6, 9]: none, 1–2, 3–5, 6–8, 9 and more
 */
export function countBreaks(values: readonly number[]): number[] {
  const breaks = roundBreaks(values);
  if (breaks.length === 0 || breaks[0] === 1) return breaks;
  return [1, ...breaks].slice(0, CLASSES - 1);
}
