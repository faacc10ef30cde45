import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";

/** Making a format takes a hundred times as long as using it, and figures are written while one paints. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number as the language groups it, with one decimal at most. */
export function numberText(value: number): string {
  const locale = getLocale();
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  formats.set(locale, format);
  return format.format(value);
}

type Counted = (inputs: { count: number; number: string }) => string;

/** More texts than this at once are on no screen. */
const MOST_REMEMBERED = 2000;

/** Remembers what it said: which plural a number takes is worked out anew with each message. */
function withUnit(unit: Counted): (value: number) => string {
  const said = new Map<string, string>();
  return (value) => {
    const key = `${getLocale()} ${value}`;
    const known = said.get(key);
    if (known !== undefined) return known;
    if (said.size >= MOST_REMEMBERED) said.clear();
    const text = unit({ count: value, number: numberText(value) });
    said.set(key, text);
    return text;
  };
}

/** Null is one or two: not shown to whoever does not answer for them. */
function withUnitOrFew(unit: Counted): (value: number | null) => string {
  const say = withUnit(unit);
  return (value) => (value === null ? m.word_few() : say(value));
}

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
