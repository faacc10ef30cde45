import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { HAZARD_WORDS, type SheetLocale } from "../../reporting/words.ts";
import { LEDGER_COLUMNS, LEDGER_WORDS, type LedgerColumn } from "./words.ts";

/** What a line of the ledger says beside the hazard itself. */
export interface LedgerEvidence {
  /** Who found the fix good, and when; absent while nobody has. */
  verified: Map<string, { at: Date; by: string | null }>;
  /** Absolute addresses of pictures. */
  photos: Map<string, string[]>;
}

export interface LedgerStyle {
  locale: SheetLocale;
  /** Of the community: its days are the lines' days. */
  timeZone: string;
}

/** A hazard as the ledger has it: a text for each column, in their order. */
export function ledgerLine(
  hazard: HazardSummary,
  ordinal: number,
  { verified, photos }: LedgerEvidence,
  { locale, timeZone }: LedgerStyle,
): string[] {
  const words = HAZARD_WORDS[locale];
  const { yes, no } = LEDGER_WORDS[locale];
  const moment = (at: Date | string | null | undefined) => (at ? momentText(at, timeZone) : "");
  const check = verified.get(hazard.id);
  const [longitude, latitude] = hazard.location.coordinates;
  const line: Record<LedgerColumn, string> = {
    ordinal: String(ordinal),
    reportedAt: moment(hazard.reportedAt),
    reportedBy: hazard.reportedByName ?? "",
    category: words.categories[hazard.category],
    level: words.levels[hazard.level],
    where: whereText(hazard, locale),
    grid: hazard.grid?.name ?? "",
    microGrid: hazard.microGrid?.name ?? "",
    note: hazard.note,
    status: words.statuses[hazard.status],
    assignee: hazard.assignee?.name ?? "",
    department: hazard.department?.name ?? "",
    dueAt: moment(hazard.dueAt),
    isLate: isLate(hazard) ? yes : no,
    rectifiedAt: moment(hazard.rectifiedAt),
    fixedBy: hazard.fixedByName ?? "",
    verifiedAt: moment(check?.at),
    verifiedBy: check?.by ?? "",
    returns: String(hazard.returnCount),
    longitude: longitude.toFixed(6),
    latitude: latitude.toFixed(6),
    id: hazard.id,
    photos: (photos.get(hazard.id) ?? []).join("\n"),
  };
  return LEDGER_COLUMNS.map((column) => line[column]);
}

/** Late now, or fixed after its time. */
function isLate({ isOverdue, rectifiedAt, dueAt }: HazardSummary): boolean {
  const isFixedLate = rectifiedAt !== null && dueAt !== null && rectifiedAt > dueAt;
  return isOverdue || isFixedLate;
}

/** 10号楼 3层 */
export function whereText(
  { place, building, floor }: Pick<HazardSummary, "place" | "building" | "floor">,
  locale: SheetLocale,
): string {
  const level = floor === null ? undefined : HAZARD_WORDS[locale].floor(floor);
  return [place?.name, building?.name, level].filter(Boolean).join(" ");
}

/** 2026-03-05 14:20:07 where the community is. */
export function momentText(moment: Date | string, timeZone: string): string {
  // Sweden writes dates the ISO way.
  return formatIn(timeZone).format(new Date(moment));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a whole line. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, dateStyle: "short", timeStyle: "medium" },
  });
  formats.set(timeZone, made);
  return made;
}
