import { Fault, type FaultText } from "../faults.ts";

/** A backup cannot be made, or not be put back. */
export class BackupProblem extends Fault {
  override readonly name = "BackupProblem";
}

export const backupProblems = {
  damaged: (en: string, zh: string, cause?: unknown) =>
    refusal(
      {
        en: `The backup is damaged or cut off: ${en}. Nothing was changed. Take an older backup.`,
        zh: `备份文件已损坏或不完整：${zh}。没有改动任何数据。请换一个备份文件。`,
      },
      cause,
    ),
  noBackup: () =>
    refusal({
      en: "The file is not a backup of Getu. Nothing was changed.",
      zh: "这不是格图的备份文件。没有改动任何数据。",
    }),
  newerFormat: (program: string) =>
    refusal({
      en: `The backup was made by Getu ${program}, which is newer than this one. Nothing was changed. Update the program first.`,
      zh: `备份来自更新的格图 ${program}。没有改动任何数据。请先更新程序。`,
    }),
  olderSchema: (program: string, createdAt: string) =>
    refusal({
      en:
        `The backup was made by an older Getu (${program}, ${createdAt}). Nothing was changed. ` +
        `To load it and bring it up to date, add --migrate.`,
      zh: `备份来自较旧的格图（${program}，${createdAt}）。没有改动任何数据。要恢复并升级，请加上 --migrate。`,
    }),
  otherTables: (what: string) =>
    refusal({
      en: `The backup's tables are not those of this program (${what}). Nothing was changed.`,
      zh: `备份里的表与本程序不一致（${what}）。没有改动任何数据。`,
    }),
  notEmpty: () =>
    refusal({
      en:
        "There are communities already. Nothing was changed. To replace everything by the backup, " +
        "add --replace (the embedded database is kept beside; PostgreSQL's rows are replaced, so back them up first).",
      zh:
        "已有社区数据。没有改动任何数据。要用备份全部替换，请加上 --replace" +
        "（内置数据库会保留在旁边；PostgreSQL 的数据会被替换，请先备份）。",
    }),
  notFresh: () =>
    refusal({
      en:
        "The backup is older than this PostgreSQL database, which has newer tables. Nothing was changed. " +
        "Create an empty database (createdb NAME), set DATABASE_URL to it, and restore with --migrate there.",
      zh:
        "备份比这个 PostgreSQL 数据库旧，数据库已有更新的表。没有改动任何数据。" +
        "请新建一个空数据库（createdb 名称），把 DATABASE_URL 指向它，再加 --migrate 恢复。",
    }),
};

function refusal(text: FaultText, cause?: unknown): BackupProblem {
  return new BackupProblem(text, cause);
}
