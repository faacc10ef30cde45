import { pipeline } from "node:stream/promises";
import type { Writable } from "node:stream";
import { writeBackup } from "#data/backup/write.ts";
import type { FaultText } from "#data/faults.ts";
import { DirectoryLocked } from "#data/lock.ts";
import { openDatabase } from "#data/open.ts";
import packageJson from "../package.json" with { type: "json" };
import { askForBackup } from "./backups/ask.ts";
import { explain } from "./backups/explain.ts";
import { saveBackup } from "./backups/file.ts";
import { BACKUP_USAGE, readCommandLine } from "./backups/options.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { languageOf } from "./importing/text.ts";

/** `npm run backup`: everything there is into one file, while Getu may be running. */
const language = languageOf(process.env);
try {
  const options = readCommandLine(process.argv.slice(2), ["force"], BACKUP_USAGE);
  if (options) await backUp(options.file, options.isOn("force"));
  else say(BACKUP_USAGE);
} catch (error) {
  console.error(explain(error)[language]);
  process.exitCode = 1;
}

async function backUp(file: string, isForced: boolean): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { tables, entries } = await saveBackup({
    file,
    isForced,
    write: (destination) => write(configuration, destination),
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const files = entries.length - tables.length;
  say({
    en: `Saved and checked: ${file} (${rows} rows of ${tables.length} tables, ${files} files)`,
    zh: `已保存并校验：${file}（${tables.length} 个表共 ${rows} 行，${files} 个文件）`,
  });
}

/** The embedded database has one holder: where that is a running Getu, it is asked. */
async function write(configuration: Configuration, destination: Writable): Promise<void> {
  const { databaseUrl: url, dataDirectory: directory } = configuration;
  say({ en: "Reading everything …", zh: "正在读取全部数据…" });
  const database = await openDatabase({ url, directory, migrations: "none" }).catch(
    (error: unknown) => {
      if (error instanceof DirectoryLocked && error.owner.address) return error.owner.address;
      throw error;
    },
  );
  if (typeof database === "string") {
    await pipeline(await askForBackup(database, directory), destination);
    return;
  }
  try {
    await writeBackup({ db: database.db, directory, program: packageJson.version }, destination);
  } finally {
    await database.close();
  }
}

function say(text: FaultText): void {
  console.log(text[language]);
}
