import { m } from "#web/messages/compiled/messages.js";

/**
 * What a field says of speaking instead of typing, where there is a keyboard on the screen. The browser's
 * own recognition would send what is said about a home to its maker, so the page never listens itself.
 */
export function dictationHint(): string | undefined {
  return matchMedia("(pointer: coarse)").matches ? m.app_dictation_hint() : undefined;
}
