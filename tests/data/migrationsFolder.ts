import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS } from "#data/migrate.ts";

interface Journal {
  entries: { idx: number; when: number; tag: string; breakpoints: boolean }[];
}

/** A folder of migrations, one for each text, made one millisecond after the other. */
export function makeMigrations(...texts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "getu-migrations-"));
  mkdirSync(join(folder, "meta"));
  write(folder, { entries: [] }, texts);
  return folder;
}

/** The product's own migrations with one more, as the next version of the program has them. */
export function nextVersion(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "getu-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = JSON.parse(
    readFileSync(join(folder, "meta", "_journal.json"), "utf8"),
  ) as Journal;
  write(folder, journal, [text]);
  return folder;
}

function write(folder: string, { entries }: Journal, texts: string[]): void {
  for (const text of texts) {
    const idx = entries.length;
    const when = (entries.at(-1)?.when ?? 1_700_000_000_000) + 1;
    entries.push({ idx, when, tag: `${idx}_test`, breakpoints: true });
    writeFileSync(join(folder, `${idx}_test.sql`), text);
  }
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ entries }));
}
