import { restoreBackup } from "#data/backup/restore.ts";
import type { FaultText } from "#data/faults.ts";
import { explain } from "./backups/explain.ts";
import { readCommandLine, RESTORE_USAGE } from "./backups/options.ts";
import { readConfiguration } from "./configuration.ts";
import { languageOf } from "./importing/text.ts";

/** `npm run restore`: a backup in place of what is there; all of it, or nothing. */
const language = languageOf(process.env);
try {
  const options = readCommandLine(process.argv.slice(2), ["migrate", "replace"], RESTORE_USAGE);
  if (options) await restore(options.file, options.isOn("migrate"), options.isOn("replace"));
  else say(RESTORE_USAGE);
} catch (error) {
  console.error(explain(error)[language]);
  process.exitCode = 1;
}

async function restore(file: string, isMigrated: boolean, isReplacing: boolean): Promise<void> {
  const { databaseUrl: url, dataDirectory: directory } = readConfiguration(process.env);
  say({ en: "Checking the backup, then loading it …", zh: "正在校验并恢复备份…" });
  const restored = await restoreBackup({ file, url, directory, isMigrated, isReplacing });
  const { createdAt, program } = restored.manifest;
  say({
    en: `Restored: ${restored.rows} rows, as of ${createdAt} (Getu ${program}). Everybody signs in again.`,
    zh: `已恢复：共 ${restored.rows} 行，备份时间 ${createdAt}（格图 ${program}）。所有人需要重新登录。`,
  });
  for (const path of restored.kept) {
    say({ en: `The former one is kept: ${path}`, zh: `原来的保留在：${path}` });
  }
}

function say(text: FaultText): void {
  console.log(text[language]);
}
