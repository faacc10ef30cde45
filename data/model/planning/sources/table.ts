import { cellText } from "../../import/values.ts";
import { COLUMN_TITLES, columnsIn } from "../../roster/columns.ts";

/** Titles of columns, in Chinese or English, likeliest first. */
const TITLES: Record<TableColumn, readonly string[]> = {
  building: [...COLUMN_TITLES.building, "楼", "楼宇", "楼名", "楼栋名称", "名称", "name"],
  compound: COLUMN_TITLES.compound,
  entrance: ["单元", "单元号", "门洞", "entrance", "stair", "staircase"],
  microGrid: COLUMN_TITLES["micro-grid"],
  grid: COLUMN_TITLES.grid,
};
export const TABLE_COLUMNS = ["building", "compound", "entrance", "microGrid", "grid"] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** What a person says the file calls its columns, where that is not known of itself. */
export type ChosenColumns = Partial<Record<TableColumn, string>>;

/** A line of a table: unit → micro-grid → grid, as it is written. */
export interface PlanTableRow {
  /** As the spreadsheet counts, from 1. */
  row: number;
  building: string | null;
  compound: string | null;
  entrance: string | null;
  microGrid: string | null;
  grid: string | null;
}

export const PLAN_TABLE_PROBLEMS = [
  "empty-file",
  "not-a-table",
  "no-table-columns",
  "too-many-rows",
] as const;
export type PlanTableProblem = (typeof PLAN_TABLE_PROBLEMS)[number];

export const MOST_TABLE_ROWS = 50_000;
/** A title may stand above the names of the columns. */
const MOST_ROWS_ABOVE = 20;
const MOST_COLUMNS = 200;

export interface PlanTableRefusal {
  problem: PlanTableProblem;
  /** What may be the names of the columns, for a person to choose from. */
  titles?: string[];
}

/** Rows with something in them, below the first that names a building's column and a grid's. */
export function readPlanTable(
  cells: readonly (readonly unknown[])[],
  chosen: ChosenColumns = {},
): { rows: PlanTableRow[] } | PlanTableRefusal {
  if (cells.length === 0) return { problem: "empty-file" };
  const header = findHeader(cells, chosen);
  if (!header) return { problem: "no-table-columns", titles: titlesIn(cells) };
  const rows = cells.slice(header.row + 1).flatMap((row, index): PlanTableRow[] => {
    const text = (column: TableColumn) => {
      const at = header.indexes[column];
      return at === undefined ? null : (cellText(row[at])?.slice(0, MOST_CHARACTERS) ?? null);
    };
    const [building, grid, microGrid] = [text("building"), text("grid"), text("microGrid")];
    if (building === null && grid === null && microGrid === null) return [];
    const unit = { building, compound: text("compound"), entrance: text("entrance") };
    return [{ row: header.row + index + 2, ...unit, microGrid, grid }];
  });
  return rows.length > MOST_TABLE_ROWS ? { problem: "too-many-rows" } : { rows };
}

const MOST_CHARACTERS = 80;

function findHeader(cells: readonly (readonly unknown[])[], chosen: ChosenColumns) {
  const known = { ...TITLES };
  for (const column of TABLE_COLUMNS) {
    const title = chosen[column];
    if (title !== undefined) known[column] = [title];
  }
  for (const [row, titles] of cells.slice(0, MOST_ROWS_ABOVE).entries()) {
    const { indexes } = columnsIn(titles.slice(0, MOST_COLUMNS), known);
    const says = indexes.grid !== undefined || indexes.microGrid !== undefined;
    if (indexes.building !== undefined && says) return { row, indexes };
  }
  return undefined;
}

const MOST_TITLES = 50;

/** The texts of the first row with several of them: a heading over the whole table stands alone. */
function titlesIn(cells: readonly (readonly unknown[])[]): string[] {
  for (const row of cells.slice(0, MOST_ROWS_ABOVE)) {
    const titles = row
      .slice(0, MOST_COLUMNS)
      .flatMap((cell) => (typeof cell === "string" ? [cell.trim()] : []))
      .filter((title) => isTitle(title) && title.length <= MOST_CHARACTERS);
    const different = [...new Set(titles)];
    if (different.length > 1) return different.slice(0, MOST_TITLES);
  }
  return [];
}

/** What stands in brackets says nothing of a column. */
function isTitle(title: string): boolean {
  return /[\p{L}\p{N}]/u.test(title.normalize("NFKC").replace(/\([^)]*\)/g, ""));
}
