import { COLUMN_ROLES } from "#data/model/import/columnNames.ts";
import { groupBy } from "#data/model/groupBy.ts";
import type { FootprintReading, RowWarning, SkippedRow } from "#data/model/import/reading.ts";
import { ROLE_TEXTS, SKIP_TEXTS, WARNING_TEXTS } from "./rowTexts.ts";
import type { Language, Text } from "./text.ts";

/** More lines of one kind scroll the rest away; the count says how many there are. */
const SHOWN_ROWS = 20;

/** What was found in a file, as the lines of a terminal. */
export function reportLines(reading: FootprintReading, language: Language): string[] {
  const say = (text: Text) => text[language];
  const shapes = Object.entries(reading.kinds).map(([kind, count]) => `${count} ${kind}`);
  const columns = COLUMN_ROLES.map((role) => {
    const column = reading.columns.find(({ name }) => name === reading.mapping[role]);
    const examples = column ? `${column.name} (${column.examples.join(", ")})` : "—";
    return `  ${say(ROLE_TEXTS[role])}: ${examples}`;
  });
  return [
    say({
      zh: `记录 ${reading.features} 条（${shapes.join("，")}），${reading.encoding}`,
      en: `${reading.features} records (${shapes.join(", ")}), ${reading.encoding}`,
    }),
    ...columns,
    say({
      zh: `收进来 ${reading.buildings.length} 栋，跳过 ${reading.skipped.length} 条，要看一眼 ${reading.warnings.length} 条`,
      en: `${reading.buildings.length} buildings taken in, ${reading.skipped.length} left out, ${reading.warnings.length} worth a look`,
    }),
    ...groupLines(
      groupBy(reading.skipped, ({ reason }) => say(SKIP_TEXTS[reason])),
      say({ zh: "跳过", en: "left out" }),
      language,
    ),
    ...groupLines(
      groupBy(reading.warnings, ({ kind }) => say(WARNING_TEXTS[kind])),
      say({ zh: "看一眼", en: "look at" }),
      language,
    ),
  ];
}

function groupLines(
  groups: Map<string, (SkippedRow | RowWarning)[]>,
  heading: string,
  language: Language,
): string[] {
  return [...groups].flatMap(([title, rows]) => {
    const more = rows.length - SHOWN_ROWS;
    return [
      `  ${heading} · ${title}: ${rows.length}`,
      ...rows.slice(0, SHOWN_ROWS).map((row) => `    ${rowLine(row, language)}`),
      ...(more > 0 ? [language === "zh" ? `    还有 ${more} 条` : `    and ${more} more`] : []),
    ];
  });
}

function rowLine(row: SkippedRow | RowWarning, language: Language): string {
  const record = (number: number) => (language === "zh" ? `第 ${number} 条` : `record ${number}`);
  const parts = [record(row.row)];
  if (row.name !== null) parts.push(row.name);
  if ("value" in row && row.value !== undefined && row.value !== row.name) parts.push(row.value);
  if (row.otherRow !== undefined) parts.push(`= ${record(row.otherRow)}`);
  return parts.join(" · ");
}
