/** One year of a calendar's days as a person edits them: 10-01 10-02. @param days ISO dates */
export function daysText(days: readonly string[], year: string): string {
  return days
    .filter((day) => day.startsWith(`${year}-`))
    .toSorted()
    .map((day) => day.slice(5))
    .join(" ");
}

/** What was typed, as ISO dates of the year, and the words that are no day of it. */
export function readDays(text: string, year: string): { days: string[]; wrong: string[] } {
  const days = new Set<string>();
  const wrong: string[] = [];
  for (const word of text.split(/[\s,，、;；]+/).filter(Boolean)) {
    const [, month, day] = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(word) ?? [];
    const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
    if (month && day && isDay(date)) days.add(date);
    else wrong.push(word);
  }
  return { days: [...days].sort(), wrong };
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
