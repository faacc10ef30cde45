import { getLocale } from "#web/messages/compiled/runtime.js";

/** Things in a sentence: 独居老人和退役军人; “one, two and three”. */
export function listText(parts: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: "conjunction" }).format(parts);
}
