/** What a person at a terminal reads; the pages have a catalogue of their own. */
export interface Text {
  zh: string;
  en: string;
}
export type Language = keyof Text;

/** As POSIX has it: the first of these variables that is set decides. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || "").toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Ends the program with a message. */
export class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "Refusal";
  }
}
