import { overwriteGetLocale, type Locale, locales } from "#web/messages/compiled/runtime.js";

export type ColourScheme = "light" | "dark";

/** What a person prefers, kept in this browser: language, light or dark, the folded panel. */
export class Preferences {
  #locale: Locale = $state.raw(initialLocale());
  #scheme: ColourScheme = $state.raw(initialScheme());
  #isPanelOpen: boolean = $state.raw(read("panel") !== "closed");

  readonly locale: Locale = $derived(this.#locale);
  readonly scheme: ColourScheme = $derived(this.#scheme);
  readonly isPanelOpen: boolean = $derived(this.#isPanelOpen);

  constructor() {
    // Messages read the rune, so every text on screen follows the switch without a reload.
    overwriteGetLocale(() => this.#locale);
  }

  speak(locale: Locale): void {
    this.#locale = locale;
    write("locale", locale);
  }

  light(scheme: ColourScheme): void {
    this.#scheme = scheme;
    write("scheme", scheme);
  }

  openPanel(isOpen: boolean): void {
    this.#isPanelOpen = isOpen;
    write("panel", isOpen ? "open" : "closed");
  }
}

/** Chinese first; another language only if somebody chose it, by a link or by the switch. */
function initialLocale(): Locale {
  const linked = new URL(location.href).searchParams.get("lang");
  const locale = locales.find((each) => each === (linked ?? read("locale"))) ?? "zh-CN";
  if (linked === locale) write("locale", locale);
  return locale;
}

function initialScheme(): ColourScheme {
  const kept = read("scheme");
  if (kept === "light" || kept === "dark") return kept;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Storage may be forbidden; then preferences last as long as the page. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(`getu.${key}`);
  } catch {
    return null;
  }
}

export function write(key: string, value: string): void {
  try {
    localStorage.setItem(`getu.${key}`, value);
  } catch {
    // Nothing to do: the choice holds until the page is closed.
  }
}
