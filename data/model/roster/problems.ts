/** Why a row of a roster cannot be taken in. */
export const ROSTER_PROBLEMS = [
  "no-name",
  "unknown-role",
  "role-not-given",
  "no-place",
  "unknown-place",
  "several-places",
  "wrong-place-type",
  "unreadable-date",
  "ends-before-start",
  "bad-phone",
  "bad-username",
  "username-taken",
  "several-accounts",
  "too-long",
] as const;
export type RosterProblemKind = (typeof ROSTER_PROBLEMS)[number];

/** Why a file of a roster cannot be read at all. */
export const ROSTER_FILE_PROBLEMS = [
  "empty-file",
  "not-a-roster",
  "no-roster-columns",
  "too-many-rows",
  "too-many-accounts",
] as const;
export type RosterFileProblemKind = (typeof ROSTER_FILE_PROBLEMS)[number];

export interface RosterProblem {
  /** As the spreadsheet counts, from 1. */
  row: number;
  /** As the file calls it; null for the whole row. */
  column: string | null;
  kind: RosterProblemKind;
  value: string | null;
}

/** Thrown instead of a reading; carries no text for people. */
export class RosterFileProblem extends Error {
  constructor(
    readonly kind: RosterFileProblemKind,
    readonly limit: number | null = null,
  ) {
    super(kind);
    this.name = "RosterFileProblem";
  }
}
