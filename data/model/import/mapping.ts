import { COLUMN_ROLES, type ColumnRole, nameFit } from "./columnNames.ts";
import type { SampledColumn } from "./columns.ts";
import { readKind } from "./kinds.ts";
import { readHeight, readHouseholds, readStoreys } from "./sizes.ts";

/** Which property of the file says what; a role without one is absent. */
export type ColumnMapping = { [Role in ColumnRole]?: string };
/** A person's corrections: null takes a role away. */
export type MappingChoice = { [Role in ColumnRole]?: string | null };

/** Below this a column is not chosen: its name or its values speak against it. */
const MIN_SCORE = 0.3;
const SIZES: readonly ColumnRole[] = ["storeys", "height"];
const NO_SIZE = { storeys: null, heightMeters: null };
const NUMBERED =
  /^第?[a-z]?[\d一二三四五六七八九十百]+[a-z]?(号[楼栋幢]|[幢栋]楼?|座|#楼?)$|^[a-z]座$/i;

/** Whether a text of that column can mean that. */
const FITS: Record<ColumnRole, (text: string) => boolean> = {
  number: (text) =>
    text.length <= 16 &&
    /\d|^[a-z]座?$|[一二三四五六七八九十]/i.test(text) &&
    !/^\d+\.\d+$/.test(text),
  name: (text) => !/^[\d.\s-]+$/.test(text),
  street: (text) => /\p{L}{2}/u.test(text),
  storeys: (text) => readStoreys(text).storeys !== null,
  height: (text) => readHeight(text) !== null,
  households: (text) => readHouseholds(text) !== null,
  kind: (text) => readKind(text, NO_SIZE) !== null,
};
/**
 * `building=yes` says nothing about the kind, yet a few words among many yeses are worth having.
 */
const MIN_FIT: Record<ColumnRole, number> = {
  number: 0.6,
  name: 0.2,
  street: 0.5,
  storeys: 0.6,
  height: 0.6,
  households: 0.6,
  kind: 0.05,
};

/**
 * The best column for each role by name and by values; no column has two roles, an empty one has
 * none.
 */
export function guessMapping(
  columns: readonly SampledColumn[],
  choice: MappingChoice,
): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  const open = new Set<ColumnRole>(COLUMN_ROLES);
  for (const role of COLUMN_ROLES) {
    const chosen = choice[role];
    if (chosen === undefined) continue;
    open.delete(role);
    if (chosen === null || !columns.some(({ name }) => name === chosen)) continue;
    mapping[role] = chosen;
    taken.add(chosen);
  }
  const candidates = columns.flatMap((column) =>
    COLUMN_ROLES.map((role) => ({ role, name: column.name, score: scoreColumn(role, column) })),
  );
  for (const { role, name, score } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (score < MIN_SCORE || !open.has(role) || taken.has(name)) continue;
    mapping[role] = name;
    open.delete(role);
    taken.add(name);
  }
  return mapping;
}

/** Columns that may say what kind a building is, where the chosen one says nothing. */
export function kindColumns(columns: readonly SampledColumn[], mapping: ColumnMapping): string[] {
  const others = columns
    .map((column) => ({ name: column.name, score: scoreColumn("kind", column) }))
    .filter(({ name, score }) => score > 0 && !Object.values(mapping).includes(name))
    .toSorted((a, b) => b.score - a.score);
  return [...(mapping.kind ? [mapping.kind] : []), ...others.map(({ name }) => name)];
}

/** 3号楼, 12幢, A座: no street has such numbers. */
export function isBuildingNumber(text: string): boolean {
  return (
    NUMBERED.test(text.normalize("NFKC").replace(/\s/g, "")) || /^(blk|block|bldg) ?\d/i.test(text)
  );
}

function scoreColumn(role: ColumnRole, column: SampledColumn): number {
  const { name } = column;
  // Zero is how tables write "not known": it speaks neither for nor against a size.
  const samples = SIZES.includes(role)
    ? column.samples.filter((text) => Number(text) !== 0)
    : column.samples;
  if (samples.length === 0) return 0;
  const fit = samples.filter(FITS[role]).length / samples.length;
  if (fit < MIN_FIT[role]) return 0;
  const byName = nameFit(role, name);
  if (role === "kind") return byName;
  // A column of any name full of 3幢 and 5幢 holds the numbers.
  const numbered = role === "number" && samples.every(isBuildingNumber) ? 0.55 : 0;
  return Math.max(byName, numbered) * (0.5 + fit / 2);
}
