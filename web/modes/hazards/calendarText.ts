const DAY_MS = 86_400_000;

/** One year of a calendar's days as a person edits them: 01-01 10-01~10-07. @param days ISO dates */
export function daysText(days: readonly string[], year: string): string {
  const runs: [first: string, last: string][] = [];
  for (const day of days.filter((each) => each.startsWith(`${year}-`)).toSorted()) {
    const run = runs.at(-1);
    if (run && dayAfter(run[1]) === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([first, last]) => (first === last ? [first] : [first, last]))
    .map((ends) => ends.map((day) => day.slice(5)).join("~"))
    .join(" ");
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/**
 * What was typed, as ISO dates of the year, and the words that are no day of it. Days stand alone or
 * from one to another: 10-01~10-07, 10月1日至7日.
 */
export function readDays(text: string, year: string): { days: string[]; wrong: string[] } {
  const days = new Set<string>();
  const wrong: string[] = [];
  for (const word of text.replaceAll(/\s*([~～—–至到])\s*/g, "$1").split(/[\s,，、;；]+/)) {
    if (word === "") continue;
    const found = readRun(word, year);
    if (found.length === 0) wrong.push(word);
    for (const day of found) days.add(day);
  }
  return { days: [...days].sort(), wrong };
}

/** @returns empty where it is none */
function readRun(word: string, year: string): string[] {
  const [from = "", to, ...rest] = word.split(/[~～—–至到]/);
  const first = readDay(from, year);
  // 10月1日至7日 names the month once.
  const last = to === undefined ? first : readDay(to, year, first?.slice(5, 7));
  if (rest.length > 0 || !first || !last || last < first) return [];
  const run = [first];
  while (run.at(-1)! < last) run.push(dayAfter(run.at(-1)!));
  return run;
}

function readDay(word: string, year: string, ofMonth?: string): string | undefined {
  const [, month = ofMonth, day] = /^(?:(\d{1,2})[-/.月])?(\d{1,2})[日号]?$/.exec(word) ?? [];
  if (!month || !day) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(date) ? date : undefined;
}

/** 02-30 is none: it would become a day in March. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The days of all years, those of one replaced. */
export function withYear(
  days: readonly string[],
  year: string,
  ofYear: readonly string[],
): string[] {
  return [...days.filter((day) => !day.startsWith(`${year}-`)), ...ofYear].sort();
}
