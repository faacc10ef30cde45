import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";

/** Things in a sentence: 独居老人和退役军人; “one, two and three”. */
export function listText(parts: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: "conjunction" }).format(parts);
}

/** Facts one after the other, with a pause between: 302，常住，党员户. */
export function phrasesText(parts: readonly string[]): string {
  return parts.reduce((first, second) => m.word_pause({ first, second }));
}
