import { Temporal } from "temporal-polyfill";

/** What tables write for a duty without a last day. */
const OPEN_WORDS = new Set(["", "至今", "长期", "无", "-", "--", "—", "now", "open"]);
const PARTS = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[t ].*)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Day 0 of spreadsheets; right from March 1900 on (they count a 29 February that never was). */
const SERIAL_START = Temporal.PlainDate.from("1899-12-30");
/** Serial numbers of 1954 to 2064; others are not days of duties. */
const SERIALS = [20_000, 60_000] as const;

/** ISO date; null for an empty or open one; undefined for what is no day. */
export function readDay(cell: unknown): string | null | undefined {
  if (cell === null || cell === undefined) return null;
  // Spreadsheets know no time zone: the library gives midnight in UTC.
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  }
  if (typeof cell !== "string" && typeof cell !== "number") return undefined;
  const text = String(cell).normalize("NFKC").trim().toLowerCase();
  if (OPEN_WORDS.has(text)) return null;
  const parts = PARTS.exec(text) ?? COMPACT.exec(text);
  if (parts) return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const serial = Number(text);
  const isSerial = serial >= SERIALS[0] && serial <= SERIALS[1];
  return isSerial ? SERIAL_START.add({ days: Math.floor(serial) }).toString() : undefined;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}
