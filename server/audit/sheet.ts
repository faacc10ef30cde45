import writeExcelFile from "write-excel-file/node";
import type { AuditRow } from "#data/model/answers/audit.ts";
import {
  actionInSheet,
  fieldInSheet,
  SHEET_WORDS,
  type SheetLanguage,
  wordInSheet,
} from "./sheetWords.ts";

export type { SheetLanguage };

export interface Sheet {
  rows: readonly AuditRow[];
  /** Ids that stand in `from` and `to`, by name. */
  names: Record<string, string>;
  community: string;
  /** Who made the file. */
  maker: string;
  language: SheetLanguage;
  /** Of the community: its days are the rows' days. */
  timeZone: string;
  /** Older rows were left out. */
  isCut: boolean;
}

const WIDTHS = [20, 14, 22, 24, 36, 36, 36];

/** An .xlsx file: who made it and when, the heads of the columns, the rows. Texts only, no formulas. */
export async function writeSheet(sheet: Sheet): Promise<Buffer> {
  const { rows, names, community, maker, language, timeZone, isCut } = sheet;
  const words = SHEET_WORDS[language];
  const madeAt = momentText(new Date(), timeZone);
  const text = (value: string) => ({ value: value.slice(0, MOST_CHARACTERS), type: String });
  const head = [text(words.madeBy({ community, maker, madeAt }))];
  const note = isCut ? [[text(words.cut(rows.length))]] : [];
  const columns = words.columns.map((value) => ({ ...text(value), fontWeight: "bold" as const }));
  const lines = rows.map(({ at, actor, action, subjectName, subjectType, from, to, reason }) =>
    [
      momentText(new Date(at), timeZone),
      actor?.name ?? words.program,
      actionInSheet(action, language),
      subjectName ?? wordInSheet(subjectType, language),
      changeText(from, names, language),
      changeText(to, names, language),
      reason ?? "",
    ].map(text),
  );
  return writeExcelFile([head, ...note, columns, ...lines], {
    sheet: words.sheet,
    columns: WIDTHS.map((width) => ({ width })),
  }).toBuffer();
}

/** As much as a cell holds. */
const MOST_CHARACTERS = 32_000;

/** 2026-03-05 14:20:07 where the community is. */
function momentText(moment: Date, timeZone: string): string {
  // Sweden writes dates the ISO way.
  return new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, dateStyle: "short", timeStyle: "medium" },
  }).format(moment);
}

/** name: 王芳; phone: 138…, with names for ids. */
function changeText(change: unknown, names: Record<string, string>, language: SheetLanguage) {
  if (change === null || change === undefined) return "";
  if (typeof change !== "object") return String(change);
  return Object.entries(change)
    .map(([key, value]) => `${fieldInSheet(key, language)}: ${valueText(value, names, language)}`)
    .join("; ");
}

function valueText(value: unknown, names: Record<string, string>, language: SheetLanguage): string {
  if (value === null || value === undefined) return "—";
  if (Array.isArray(value)) {
    if (value.length === 0) return "—";
    return value.map((part) => valueText(part, names, language)).join(", ");
  }
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  return typeof value === "number" ? text : (names[text] ?? wordInSheet(text, language));
}
