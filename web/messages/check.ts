import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BASE = "zh-CN";
const OTHERS = ["en"];

/** Every key in every language, with the same parts to fill in. @throws Error that lists what is not */
export function checkCatalogue(): void {
  const base = readCatalogue(BASE);
  const wrong = OTHERS.flatMap((locale) => differences(base, readCatalogue(locale)));
  if (wrong.length > 0) throw new Error(`The message catalogue is not whole.\n${wrong.join("\n")}`);
}

interface Catalogue {
  locale: string;
  messages: Record<string, unknown>;
}

function readCatalogue(locale: string): Catalogue {
  const file = fileURLToPath(new URL(`./${locale}.json`, import.meta.url));
  return { locale, messages: JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown> };
}

function differences(base: Catalogue, other: Catalogue): string[] {
  const keys = new Set([...Object.keys(base.messages), ...Object.keys(other.messages)]);
  return [...keys].flatMap((key) => {
    for (const { locale, messages } of [base, other]) {
      if (!(key in messages)) return [`  ${key}: missing in ${locale}`];
      if (messages[key] === "") return [`  ${key}: empty in ${locale}`];
    }
    const [expected, found] = [base, other].map(({ messages }) => inputsOf(messages[key]));
    return expected === found
      ? []
      : [`  ${key}: ${expected} in zh-CN, ${found} in ${other.locale}`];
  });
}

/** The names between braces; a message with plural forms names them in each form. */
function inputsOf(message: unknown): string {
  const names = [...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return `{${[...new Set(names)].sort().join(", ")}}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) checkCatalogue();
