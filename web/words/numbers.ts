import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";

/** A number as the language groups it, with one decimal at most. */
export function numberText(value: number): string {
  return value.toLocaleString(getLocale(), { maximumFractionDigits: 1 });
}

type Counted = (inputs: { count: number; number: string }) => string;

const withUnit = (unit: Counted) => (value: number) =>
  unit({ count: value, number: numberText(value) });

/** Null is one or two: not shown to whoever does not answer for them. */
const withUnitOrFew = (unit: Counted) => (value: number | null) =>
  value === null ? m.word_few() : withUnit(unit)(value);

export const householdsText = withUnitOrFew(m.word_households);
export const peopleText = withUnit(m.word_people);
export const buildingsText = withUnit(m.word_buildings);
export const daysText = withUnit(m.word_days);
export const metersText = withUnit(m.word_meters);
export const squareMetersText = withUnit(m.word_square_meters);

/** Under a label that names what is counted: Chinese still wants its measure word, English does not. */
export const householdsFigure = withUnitOrFew(m.word_figure_households);
export const peopleFigure = withUnitOrFew(m.word_figure_people);
export const buildingsFigure = withUnit(m.word_figure_buildings);
export const storeysFigure = withUnit(m.word_figure_storeys);

/** From least to most, such as 200–500. */
export function rangeText(least: number, most: number): string {
  return new Intl.NumberFormat(getLocale()).formatRange(least, most);
}
