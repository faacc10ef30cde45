import type { Role } from "../duties.ts";
import { cellText } from "../import/values.ts";
import { findHeader, type RosterColumn, type RosterHeader } from "./columns.ts";
import { readDay } from "./days.ts";
import { RosterFileProblem, type RosterProblem, type RosterProblemKind } from "./problems.ts";
import { roleNamed } from "./roles.ts";

/** Columns that say where. */
const PLACE_COLUMNS = ["place", "micro-grid", "grid", "building", "compound"] as const;
export type PlaceColumn = (typeof PLACE_COLUMNS)[number];

export interface RosterRow {
  /** As the spreadsheet counts, from 1. */
  row: number;
  name: string;
  phone: string | null;
  /** Null in a row of somebody without a duty. */
  role: Role | null;
  /** As it is written. */
  places: Partial<Record<PlaceColumn, string>>;
  startsOn: string;
  endsOn: string | null;
  username: string | null;
}

export interface RosterReading {
  /** Rows with something in them. */
  total: number;
  rows: RosterRow[];
  problems: RosterProblem[];
  titles: RosterHeader["titles"];
}

export const MOST_ROSTER_ROWS = 20_000;
const MOST_NAME_CHARACTERS = 80;
const PHONE = /^\+?[\d][\d\s\-()]{3,30}$/;

/**
 * Reads the rows of a roster's sheet; one that cannot be read is a problem, never a guess.
 * @param today ISO date, on which a duty without a first day begins
 * @throws RosterFileProblem
 */
export function readRoster(cells: readonly (readonly unknown[])[], today: string): RosterReading {
  if (cells.length === 0) throw new RosterFileProblem("empty-file");
  const header = findHeader(cells);
  if (!header) throw new RosterFileProblem("no-roster-columns");
  const below = cells
    .map((row, index) => ({ row, number: index + 1 }))
    .slice(header.row + 1)
    .filter(({ row }) => row.some((cell) => cell instanceof Date || cellText(cell) !== null));
  if (below.length > MOST_ROSTER_ROWS) {
    throw new RosterFileProblem("too-many-rows", MOST_ROSTER_ROWS);
  }
  const reading: RosterReading = {
    total: below.length,
    rows: [],
    problems: [],
    titles: header.titles,
  };
  for (const { row, number } of below) readRow(reading, header, { row, number }, today);
  return reading;
}

function readRow(
  reading: RosterReading,
  header: RosterHeader,
  { row, number }: { row: readonly unknown[]; number: number },
  today: string,
): void {
  const problems: RosterProblem[] = [];
  const raw = (column: RosterColumn) => {
    const index = header.indexes[column];
    return index === undefined ? null : (row[index] ?? null);
  };
  const text = (column: RosterColumn) => cellText(raw(column));
  const note = (kind: RosterProblemKind, column: RosterColumn) =>
    problems.push({
      ...{ row: number, kind, value: text(column) },
      column: header.titles[column] ?? null,
    });
  const name = text("name");
  if (name === null) note("no-name", "name");
  else if (name.length > MOST_NAME_CHARACTERS) note("too-long", "name");
  const phone = text("phone");
  if (phone !== null && !PHONE.test(phone.normalize("NFKC"))) note("bad-phone", "phone");
  const roleText = text("role");
  const role = roleText === null ? undefined : roleNamed(roleText);
  if (roleText !== null && !role) note("unknown-role", "role");
  if (role === "admin") note("role-not-given", "role");
  const startsOn = readDay(raw("startsOn"));
  const endsOn = readDay(raw("endsOn"));
  if (startsOn === undefined) note("unreadable-date", "startsOn");
  if (endsOn === undefined) note("unreadable-date", "endsOn");
  const first = startsOn ?? today;
  if (endsOn && endsOn < first) note("ends-before-start", "endsOn");
  reading.problems.push(...problems);
  if (problems.length > 0 || name === null) return;
  reading.rows.push({
    ...{ row: number, name, role: role ?? null, startsOn: first, endsOn: endsOn ?? null },
    phone: phone?.normalize("NFKC") ?? null,
    places: placesIn(text),
    username: text("username"),
  });
}

function placesIn(text: (column: RosterColumn) => string | null): RosterRow["places"] {
  const places: RosterRow["places"] = {};
  for (const column of PLACE_COLUMNS) {
    const written = text(column);
    if (written !== null) places[column] = written;
  }
  return places;
}
