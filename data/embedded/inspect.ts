import { type Dirent, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseDamaged, type FaultText } from "../faults.ts";

/** What initdb of the embedded engine writes into PG_VERSION. */
const ENGINE_VERSION = "18";
const SEGMENT_BYTES = 16 * 1024 * 1024;
const CONTROL_BYTES = 8192;
const FOLDERS = ["base", "global", "pg_multixact", "pg_wal", "pg_xact"];

/** Where the embedded database of a data directory is, and what its states are called. */
export const placesIn = (directory: string) => ({
  database: join(directory, "database"),
  /** There while the very first start writes the database: what it holds is nobody's yet. */
  creating: join(directory, "database.creating"),
});

/**
 * Looks at an embedded database before the engine does: where PG_VERSION is missing the engine makes a
 * new database over the old one, and where files are cut off it ends without a word.
 * @returns whether a database has to be made
 * @throws DatabaseDamaged
 */
export function inspect(directory: string): "new" | "there" {
  const { database, creating } = placesIn(directory);
  if (existsSync(creating)) rmSync(database, { recursive: true, force: true });
  if (!existsSync(database) || readdirSync(database).length === 0) return "new";
  const damage = damageOf(database);
  if (damage) throw new DatabaseDamaged(database, damage);
  return "there";
}

function damageOf(database: string): FaultText | undefined {
  const version = join(database, "PG_VERSION");
  if (!existsSync(version)) return missing("PG_VERSION");
  const written = readFileSync(version, "utf8").trim();
  if (written !== ENGINE_VERSION) {
    return {
      en: `PG_VERSION says “${written.slice(0, 20)}”, not ${ENGINE_VERSION}.`,
      zh: `PG_VERSION 里是“${written.slice(0, 20)}”，应为 ${ENGINE_VERSION}。`,
    };
  }
  const folder = FOLDERS.find((name) => !existsSync(join(database, name)));
  if (folder) return missing(folder);
  return controlDamage(database) ?? journalDamage(join(database, "pg_wal"));
}

function controlDamage(database: string): FaultText | undefined {
  const control = join(database, "global", "pg_control");
  if (!existsSync(control)) return missing("global/pg_control");
  return statSync(control).size === CONTROL_BYTES ? undefined : cutOff("global/pg_control");
}

/** The engine writes a journal file whole before it gives it its name. */
function journalDamage(journal: string): FaultText | undefined {
  const isSegment = (entry: Dirent) => entry.isFile() && /^[0-9A-F]{24}$/.test(entry.name);
  const segments = readdirSync(journal, { withFileTypes: true }).filter(isSegment);
  if (segments.length === 0) return missing("pg_wal/…");
  const cut = segments.find(({ name }) => statSync(join(journal, name)).size !== SEGMENT_BYTES);
  return cut && cutOff(`pg_wal/${cut.name}`);
}

const missing = (name: string): FaultText => ({
  en: `${name} is missing.`,
  zh: `缺少 ${name}。`,
});
const cutOff = (name: string): FaultText => ({
  en: `${name} is cut off.`,
  zh: `${name} 不完整。`,
});
