import writeExcelFile from "write-excel-file/node";
import type { SheetLocale } from "../../reporting/words.ts";
import { columnTitle, LEDGER_COLUMNS, LEDGER_WIDTHS, LEDGER_WORDS } from "./words.ts";

export interface Ledger {
  /** Who made it and when; and that there are more, where there are. */
  heads: string[];
  lines: string[][];
  locale: SheetLocale;
}

/** As much as a cell holds. */
const MOST_CHARACTERS = 32_000;

/** An .xlsx file. Texts only, no formulas. */
export async function ledgerWorkbook({ heads, lines, locale }: Ledger): Promise<Buffer> {
  const text = (value: string) => ({ value: value.slice(0, MOST_CHARACTERS), type: String });
  const bold = (value: string) => ({ ...text(value), fontWeight: "bold" as const });
  const titles = LEDGER_COLUMNS.map((column) => bold(columnTitle(column, locale)));
  const rows = [
    ...heads.map((head) => [text(head)]),
    titles,
    ...lines.map((line) => line.map(text)),
  ];
  return writeExcelFile(rows, {
    sheet: LEDGER_WORDS[locale].sheet,
    columns: LEDGER_WIDTHS.map((width) => ({ width })),
    stickyRowsCount: heads.length + 1,
  }).toBuffer();
}

/**
 * RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets take Chinese for something
 * else. A table for programs: its first line has the columns' names, and no other is above it.
 */
export function ledgerText({ lines, locale }: Ledger): string {
  const titles = LEDGER_COLUMNS.map((column) => columnTitle(column, locale));
  return `\uFEFF${[titles, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** What a spreadsheet would count, or send elsewhere, stays the words that were written (OWASP). */
const COUNTED = /^[=+\-@\t\r]/;

function cell(value: string): string {
  const text = COUNTED.test(value) && !isNumber(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A longitude in the west is no formula. */
function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
