/** What a person at a terminal reads, in both languages. */
export interface FaultText {
  zh: string;
  en: string;
}

/** Something about the place where data lies that a person has to put right. */
export class Fault extends Error {
  override readonly name: string = "Fault";

  constructor(
    readonly text: FaultText,
    cause?: unknown,
  ) {
    super(`${text.en}\n${text.zh}`, { cause });
  }
}

/** Files of the embedded database are missing, cut off or not what they should be. */
export class DatabaseDamaged extends Fault {
  override readonly name = "DatabaseDamaged";

  constructor(
    readonly directory: string,
    what: FaultText,
    cause?: unknown,
  ) {
    super(
      {
        en:
          `The database in ${directory} is damaged: ${what.en}\n` +
          `No row in it was changed. Keep a copy of the folder, then put back the last backup:\n` +
          `  npm run restore -- FILE --replace\n` +
          `(the damaged database is kept beside the restored one)`,
        zh:
          `${directory} 里的数据库已损坏：${what.zh}\n` +
          `没有改动其中任何数据。请先复制一份这个文件夹，再恢复最近的备份：\n` +
          `  npm run restore -- 文件 --replace\n` +
          `（损坏的数据库会保留在旁边）`,
      },
      cause,
    );
  }
}

/** The data directory cannot be made, or not be written: no permission, or a read-only disk. */
export class DirectoryUnwritable extends Fault {
  override readonly name = "DirectoryUnwritable";

  constructor(directory: string, cause: unknown) {
    const reason = innermost(cause).message;
    super(
      {
        en:
          `The data directory ${directory} cannot be written (${reason}). Nothing was changed. ` +
          `Make it writable, or set GETU_DATA_DIR to one that is.`,
        zh:
          `数据目录 ${directory} 不可写（${reason}）。没有改动任何数据。` +
          `请改为可写，或用 GETU_DATA_DIR 指定别的目录。`,
      },
      cause,
    );
  }
}

/** A migration was applied that this program does not know: a newer program made the database. */
export class DatabaseNewer extends Fault {
  override readonly name = "DatabaseNewer";

  constructor(migration: string) {
    super({
      en:
        `The database was made by a newer or another version of Getu (its migration ${migration} is ` +
        `unknown to this one). Nothing was changed. Update the program, then start again.`,
      zh:
        `数据库来自更新的或别的格图版本（本程序不认识它的迁移 ${migration}）。` +
        `没有改动任何数据。请更新程序后再启动。`,
    });
  }
}

/** A migration failed; the transaction that held it and all others of this start was rolled back. */
export class MigrationFailed extends Fault {
  override readonly name = "MigrationFailed";

  constructor(migration: string, cause: unknown) {
    const reason = innermost(cause).message;
    super(
      {
        en:
          `The database could not be brought up to date: migration ${migration} failed (${reason}). ` +
          `Nothing was changed; the version of Getu used before still works with it.`,
        zh: `数据库升级失败：迁移 ${migration} 出错（${reason}）。没有改动任何数据，原来的版本仍可使用。`,
      },
      cause,
    );
  }
}

/** There is too little room to write. What was acknowledged is kept; reading goes on. */
export class DiskFull extends Fault {
  override readonly name = "DiskFull";

  constructor(place: string, cause?: unknown) {
    super(
      {
        en:
          `There is no room left on the disk that holds ${place}. Nothing was saved of this change; ` +
          `everything saved before is kept. Free some space (200 MB will do), then try again.`,
        zh:
          `${place} 所在的磁盘已满。这次改动没有保存，之前保存的都在。` +
          `请腾出空间（200 MB 即可）后再试。`,
      },
      cause,
    );
  }
}

/** The embedded database gave up in the middle of its work and answers no more until it is opened anew. */
export class DatabaseStopped extends Fault {
  override readonly name = "DatabaseStopped";

  constructor(directory: string, { isFull, cause }: { isFull: boolean; cause: unknown }) {
    const en = isFull ? "the disk is full" : innermost(cause).message;
    const zh = isFull ? "磁盘已满" : innermost(cause).message;
    super(
      {
        en:
          `The database in ${directory} has stopped: ${en}. Everything acknowledged before is kept. ` +
          `Put the cause right and start Getu again.`,
        zh: `${directory} 里的数据库已停止：${zh}。之前确认保存的都在。请排除原因后重新启动格图。`,
      },
      cause,
    );
  }
}

const FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** Whether a write failed for want of room: in a file, in the embedded database or in PostgreSQL. */
export function isDiskFull(error: unknown): boolean {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof DiskFull) return true;
    if (FULL.has((inner as NodeJS.ErrnoException).code ?? "")) return true;
  }
  return false;
}

/** Drizzle puts the query in front and the database's own answer behind. */
function innermost(error: unknown): Error {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  return inner instanceof Error ? inner : new Error(String(inner));
}
